package dev.countinghouse.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The program of the broker's own process: formats the storage the first time, then runs Kafka. One
 * JVM does both, because starting a second one costs more than all of the formatting.
 */
public final class KafkaNode {

  private KafkaNode() {}

  /**
   * @param arguments the properties file and the log directory
   */
  public static void main(String[] arguments) {
    String properties = arguments[0];
    if (!Files.exists(Path.of(arguments[1], "meta.properties"))) {
      int status = format(properties);
      if (status != 0) {
        System.exit(status);
      }
    }
    Kafka.main(new String[] {properties});
  }

  private static int format(String properties) {
    String cluster = Uuid.randomUuid().toString();
    List<String> line = List.of("format", "--ignore-formatted", "-t", cluster, "-c", properties);
    return StorageTool.execute(line.toArray(String[]::new), System.out);
  }
}
