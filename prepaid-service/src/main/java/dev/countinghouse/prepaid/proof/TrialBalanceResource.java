package dev.countinghouse.prepaid.proof;

import dev.countinghouse.http.Cursors;
import dev.countinghouse.prepaid.pu.RebuildBalances;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The trial balance of the PU ledger, for operators. */
@Path("/v1/pu/trial-balance")
@Tag(name = "PU", description = "Prepaid points for messages; 1 PU = $0.001")
public class TrialBalanceResource {

  private static final String LIST = "pu-trial-balance";

  private final RebuildBalances rebuild;
  private final SumLedger ledger;
  private final Cursors cursors;

  TrialBalanceResource(RebuildBalances rebuild, SumLedger ledger, Cursors cursors) {
    this.rebuild = rebuild;
    this.ledger = ledger;
    this.cursors = cursors;
  }

  @GET
  @Operation(
      summary = "Trial balance",
      description =
          "Each channel's sums by account of its journal beside what is stored, a page at a time;"
              + " the first page also has the sums over the whole ledger. Every sum is 0 and"
              + " nothing differs, or something is wrong.")
  public Uni<TrialBalance> trialBalance(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer requested) {
    int limit = cursors.limit(requested);
    List<String> after = cursors.open(LIST, cursor);
    return rebuild
        .compareAfter(after == null ? "" : after.get(0), limit + 1)
        .map(accounts -> page(accounts, limit))
        .chain(page -> after == null ? withTotals(page) : Uni.createFrom().item(page));
  }

  private Uni<TrialBalance> withTotals(TrialBalance page) {
    return ledger.sum().map(page::with);
  }

  private TrialBalance page(List<RebuildBalances.Rebuilt> accounts, int limit) {
    boolean more = accounts.size() > limit;
    List<TrialBalance.Line> shown =
        accounts.stream().limit(limit).map(TrialBalance.Line::of).toList();
    String next = more ? cursors.seal(LIST, List.of(shown.getLast().channel())) : null;
    return new TrialBalance(null, shown, next);
  }
}
