package dev.countinghouse.acceptance;

/** The steps of the story, in their order. */
public enum Chapter {
  CHANNEL("a sandbox channel in Asia/Seoul, its clock at 2024-02-20 10:00"),
  TRIAL("a trial: refused before the tutorial, started, refused a second time"),
  POINTS("the trial granted 1000 PU"),
  USAGE("30,000 events of 12,000 users, every batch posted twice: MAU 12,000"),
  MESSAGES("texts of 45 and 46 Hangul: 10 and 28 PU; delivered is captured, failed released"),
  RESERVATION("2,000 workflow actions a month reserved for the day the trial ends"),
  CARD("a card on file"),
  CONVERSION("14 days later: the rest of the PU is gone, the subscription active, invoice 1 paid"),
  YEAR("a year later: invoices on the anchor, numbers without a gap"),
  ISOLATION("another owner sees none of it");

  private final String title;

  Chapter(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
