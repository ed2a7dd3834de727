package dev.countinghouse.gateway.upstream;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A service's answer whose breaking off ends the client's exchange instead of the pipe. */
final class AnswerStream implements ReadStream<Buffer> {

  private final ReadStream<Buffer> answer;

  AnswerStream(ReadStream<Buffer> answer, Handler<Throwable> broken) {
    this.answer = answer;
    answer.exceptionHandler(broken);
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this; // the one of the constructor stays
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    answer.handler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    answer.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    answer.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    answer.fetch(amount);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    answer.endHandler(handler);
    return this;
  }
}
