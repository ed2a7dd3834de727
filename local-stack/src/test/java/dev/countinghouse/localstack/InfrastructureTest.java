package dev.countinghouse.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureTest {

  @Test
  @DisplayName("A data directory opened again holds what it held, also after a crash")
  void survivesCrash(@TempDir Path parent) throws Exception {
    // Given a starter that was killed, with committed data in both
    Path data = parent.resolve("with a space");
    Infrastructure first = start(data);
    write(first);
    Leashes.killAll(first);

    // When
    try (Infrastructure second = start(data)) {

      // Then
      assertThat(rows(second)).isEqualTo(1);
      assertThat(end(second)).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("A killed PostgreSQL starts again on its port and loses nothing that was committed")
  void postgresRestarts(@TempDir Path data) throws Exception {
    // Given a server that is killed with a row committed and a connection open
    try (Infrastructure servers = start(data);
        Connection open = connectionToKept(servers.postgres())) {
      open.createStatement().execute("create table kept as select 1 as one");
      int port = servers.postgres().port();
      servers.postgres().kill();
      assertThat(servers.postgres().isAlive()).isFalse();

      // When
      servers.postgres().restart();

      // Then
      assertThat(servers.postgres().port()).isEqualTo(port);
      assertThat(rows(servers)).isEqualTo(1);
      assertThat(open.isValid(1)).isFalse();
    }
  }

  @Test
  @DisplayName("Nothing outlives its starter: kill -9 of it ends PostgreSQL, Kafka and Redis")
  void starterKilled(@TempDir Path directory) throws IOException {
    // Given
    try (ChildJvm starter = ChildJvm.run(Starter.class, directory, directory.toString())) {
      List<Long> servers = starter.numbers();
      assertThat(servers).hasSize(3).allMatch(Processes::isAlive);

      // When
      starter.kill();

      // Then
      Processes.awaitGone(servers);
    }
  }

  @Test
  @DisplayName("A taken port is never an error: another one is picked and named")
  void portTaken() throws IOException {
    // Given
    List<String> told = new ArrayList<>();
    try (ServerSocket other = new ServerSocket(0)) {
      int taken = other.getLocalPort();

      // When
      int port = new Ports(told::add).near(taken);

      // Then
      assertThat(port).isNotEqualTo(taken);
      assertThat(told).containsExactly("port %d is taken, using %d".formatted(taken, port));
    }
  }

  private static Infrastructure start(Path data) {
    Infrastructure.Settings settings =
        new Infrastructure.Settings(data, true, false, Progress.silent());
    return Infrastructure.start(settings, new Ports(Progress.silent()));
  }

  private static Connection connectionToKept(PostgresServer postgres) throws SQLException {
    postgres.ensureDatabase("kept");
    return postgres.connect("kept");
  }

  private static void write(Infrastructure servers) throws Exception {
    servers.postgres().ensureDatabase("kept");
    try (Connection connection = servers.postgres().connect("kept")) {
      connection.createStatement().execute("create table kept as select 1 as one");
    }
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafka().bootstrap(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] value = "kept".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.USAGE, 0, null, value)).get();
    }
  }

  private static int rows(Infrastructure servers) throws SQLException {
    try (Connection connection = servers.postgres().connect("kept");
        ResultSet row = connection.createStatement().executeQuery("select count(*) from kept")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static long end(Infrastructure servers) throws Exception {
    TopicPartition partition = new TopicPartition(Topics.USAGE, 0);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka().bootstrap()))) {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    }
  }
}
