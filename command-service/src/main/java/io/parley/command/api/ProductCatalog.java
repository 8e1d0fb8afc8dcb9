package io.parley.command.api;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import java.util.Optional;

/// Where a product's title, picture and price come from when a client names only its id, as the
/// old one does. The marketplace may bring one as a bean; without it a product is its id.
@FunctionalInterface
public interface ProductCatalog {
  /// The vendor's product, if it is known here; answers at once.
  Optional<Product> find(MarketplaceId vendorId, MarketplaceId productId);
}
