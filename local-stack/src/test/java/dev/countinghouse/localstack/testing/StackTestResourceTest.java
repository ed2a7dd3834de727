package dev.countinghouse.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.contracts.Topics;
import dev.countinghouse.localstack.SharedStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StackTestResourceTest {

  @Test
  @DisplayName("gives a database of its own on PostgreSQL 18 and drops it at the end")
  void database() throws SQLException {
    // Given
    StackTestResource resource = new StackTestResource();
    resource.init(Map.of("database", "Given-Name"));

    // When
    Map<String, String> settings = resource.start();

    // Then
    String url = settings.getOrDefault("quarkus.datasource.jdbc.url", "");
    assertThat(url).contains("/given_name_");
    assertThat(settings.get("quarkus.datasource.reactive.url"))
        .startsWith("postgresql://127.0.0.1:");
    assertThat(version(url)).startsWith("18");
    resource.stop();
    assertThatThrownBy(() -> version(url)).hasMessageContaining("does not exist");
  }

  @Test
  @DisplayName("gives a consumer group that stands at the end of every topic")
  void consumerGroup() throws Exception {
    // Given
    StackTestResource resource = new StackTestResource();

    // When
    Map<String, String> settings = resource.start();

    // Then
    String group = settings.get("countinghouse.consumer-group");
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", SharedStack.obtain().bootstrap()))) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      assertThat(offsets).hasSize(Topics.all().size() * Topics.PARTITIONS);
    }
    resource.stop();
  }

  private static String version(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        ResultSet row = connection.createStatement().executeQuery("show server_version")) {
      row.next();
      return row.getString(1);
    }
  }
}
