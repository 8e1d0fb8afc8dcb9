package io.parley.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.parley.edge.command.CommandGateway;
import io.parley.edge.identity.CallerResolver;
import io.parley.edge.identity.Identities;
import io.parley.edge.problem.ProblemAdvice;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.edge.publicchat.SlashRedirect;
import io.parley.edge.publicchat.VisitorLimits;
import io.parley.edge.trace.Spans;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Topics;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// What every service imports: topics, Kafka clients, identity, problems, and how HTTP is bounded.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  EdgeProperties.class,
  TopicProperties.class,
  PublicChatProperties.class
})
@Import(ProblemAdvice.class)
public class Edge implements WebMvcConfigurer {
  private final EdgeProperties properties;
  private final Identities identities;

  Edge(EdgeProperties properties) {
    this.properties = properties;
    this.identities = Identities.of(properties.jwt());
  }

  @Bean
  JsonMapper jsonMapper() {
    return Json.mapper();
  }

  @Bean
  Topics topics(TopicProperties topics) {
    return new Topics(topics.prefix());
  }

  @Bean
  TopicSetup topicSetup(Topics topics, TopicProperties topicProperties, KafkaAdmin admin) {
    return new TopicSetup(topics, topicProperties, admin.getConfigurationProperties());
  }

  @Bean
  KafkaClients kafkaClients(
      ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, TopicProperties topics) {
    return new KafkaClients(
        consumers.getConfigurationProperties(),
        producers.getConfigurationProperties(),
        topics.partitions());
  }

  @Bean
  Identities identities() {
    return identities;
  }

  @Bean
  CommandGateway commandGateway(
      KafkaClients clients,
      Topics topics,
      TopicProperties topicProperties,
      ObjectProvider<MeterRegistry> registry,
      Spans spans) {
    return new CommandGateway(
        clients,
        topics,
        topicProperties.partitions(),
        properties,
        registry.getIfAvailable(SimpleMeterRegistry::new),
        spans);
  }

  @Bean
  Spans spans(
      ObjectProvider<Tracer> tracer,
      @Value("${management.tracing.sampling.probability:0}") double probability) {
    return new Spans(tracer.getIfAvailable(() -> Tracer.NOOP), probability > 0);
  }

  @Bean
  VisitorLimits visitorLimits(PublicChatProperties publicChat) {
    return new VisitorLimits(publicChat.limits());
  }

  /// The public chat's paths have a trailing slash; this looks at them before the slash is taken
  /// off.
  @Bean
  FilterRegistrationBean<SlashRedirect> slashRedirect() {
    var first = new FilterRegistrationBean<>(new SlashRedirect());
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  /// A trailing slash is optional everywhere else.
  @Bean
  FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
    return new FilterRegistrationBean<>(
        UrlHandlerFilter.trailingSlashHandler("/api/**").wrapRequest().build());
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit() {
    return new FilterRegistrationBean<>(new BodyLimit(properties.maxBodyBytes()));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerResolver(identities));
  }

  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry
        .addMapping("/api/**")
        .allowedOriginPatterns(properties.allowedOrigins().toArray(String[]::new))
        .allowedMethods("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
        .allowCredentials(true)
        .exposedHeaders(LogPosition.HEADER, "Link", "Location", "Retry-After");
  }
}
