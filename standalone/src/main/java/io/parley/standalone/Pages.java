package io.parley.standalone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The pages of the module `web`, each with a policy that lets it run nothing but what we serve,
/// and the widget, which pages of any origin may load.
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer, HandlerInterceptor {
  private static final String[] PAGES = {"/rooms", "/shop", "/vendor/chats", "/admin/chats"};
  private static final String PRODUCT = "/products/{id}";
  private static final String WIDGET = "/parley-chat.js";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
          + " img-src 'self' https:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " require-trusted-types-for 'script'; trusted-types vue; frame-ancestors 'self'";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    for (String page : PAGES) {
      registry.addRedirectViewController(page, page + "/").setKeepQueryParams(true);
      registry.addViewController(page + "/").setViewName("forward:" + page + "/index.html");
    }
    registry.addViewController(PRODUCT).setViewName("forward:/shop/index.html");
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var served =
        registry.addInterceptor(this).addPathPatterns("/assets/**", "/images/**", PRODUCT, WIDGET);
    for (String page : PAGES) {
      served.addPathPatterns(page + "/**");
    }
  }

  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry.addMapping(WIDGET).allowedOrigins("*").allowedMethods("GET");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    return true;
  }
}
