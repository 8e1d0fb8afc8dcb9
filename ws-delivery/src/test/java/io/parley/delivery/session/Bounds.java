package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The settings as they are by default, but for some.
public final class Bounds {
  private Bounds() {}

  /// Names as after `parley.delivery.`.
  public static DeliveryProperties with(Map<String, Object> settings) {
    var source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put("parley.delivery." + name, value));
    return new Binder(source).bindOrCreate("parley.delivery", DeliveryProperties.class);
  }
}
