package dev.countinghouse.clock;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemDocuments;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers 404 for a channel that does not exist, in the words used for one that is not yours. */
public class UnknownChannelMapper {

  private final ProblemDocuments documents;

  UnknownChannelMapper(ProblemDocuments documents) {
    this.documents = documents;
  }

  @ServerExceptionMapper
  public Response unknown(UnknownChannel unknown) {
    return documents.response(Problem.of(404, "channel.not-found", "There is no such channel."));
  }
}
