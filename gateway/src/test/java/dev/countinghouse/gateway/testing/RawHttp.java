package dev.countinghouse.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Bytes on the wire, for what an HTTP client would not send. */
public final class RawHttp {

  private RawHttp() {}

  /** Sends the text and reads until the gateway closes; the text must ask it to. */
  public static String send(String text) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), ISO_8859_1);
    }
  }
}
