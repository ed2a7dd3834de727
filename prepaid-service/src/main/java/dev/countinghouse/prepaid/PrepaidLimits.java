package dev.countinghouse.prepaid;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of this service. */
@ConfigMapping(prefix = "countinghouse.prepaid")
public interface PrepaidLimits {

  /** Accounts decided upon at once for one call with holds of many channels. */
  @WithDefault("16")
  int accountsAtOnce();

  /** Accounts that are remembered, so that deciding upon them again needs no look. */
  @WithDefault("50000")
  int accountsInMemory();

  /** Accounts that one statement reads or writes; 1 where the database is spread by channel. */
  @WithDefault("64")
  int accountsInStatement();

  /**
   * Such statements of a kind that are under way at once, when more wait than one of them takes.
   */
  @WithDefault("4")
  int statementsAtOnce();

  /**
   * How long the database may take for what holds wait for; then they are told that it is away, and
   * others have their turn.
   */
  @WithDefault("10s")
  Duration statementLimit();

  /** Commands of one account that are decided together at most; a larger call goes alone. */
  @WithDefault("1000")
  int commandsInGroup();

  /** Commands of one account that wait or are under way at most; then calls are refused. */
  @WithDefault("10000")
  int commandsOfAccount();

  /** Commands of all accounts that wait or are under way at most; then calls are refused. */
  @WithDefault("50000")
  int commandsInHand();

  /** Holds whose time has come that one decision ends at most; the others wait for the next. */
  @WithDefault("1000")
  int sweepBatch();

  /** Versions of price books kept in memory. */
  @WithDefault("256")
  int booksInMemory();

  /** How often an unanswered charge is asked again before the work waits for its next turn. */
  @WithDefault("5")
  int chargeAttempts();

  /** The first wait before a charge is asked again; doubles. */
  @WithDefault("50ms")
  Duration chargeBackoff();

  /** How long the work then waits, by the channel's clock. */
  @WithDefault("15m")
  Duration chargeInquiryDelay();

  /** Months for which the journal's partitions are made ahead. */
  @WithDefault("13")
  int partitionsAhead();

  /** Lots whose windows one transaction closes. */
  @WithDefault("1000")
  int closePage();

  /**
   * Such transactions in a row, before a channel's other due work has its turn; all of them far
   * inside the time that one piece of due work may take.
   */
  @WithDefault("10")
  int closePages();

  /** Instants of waiting usage that one transaction takes up. */
  @WithDefault("5000")
  int usageBatch();

  /** Lots of an item that usage asks at once; more are asked while something is uncovered. */
  @WithDefault("50")
  int drawPage();

  /** Lots of an item that a page of a statement shows at most. */
  @WithDefault("500")
  int statementLots();

  /** How often the next page of accounts is compared with the journal. */
  @WithDefault("1m")
  Duration ledgerCheckEvery();

  /** Accounts that are compared at once. */
  @WithDefault("200")
  int ledgerCheckPage();

  /** How often what is in review is counted. */
  @WithDefault("1m")
  Duration reviewsCountEvery();

  /** Transfers that an export reads at once. */
  @WithDefault("1000")
  int exportPage();
}
