package dev.countinghouse.prepaid.catalogue;

/** The channel has come to another book since the catalogue was opened; open it again. */
final class CatalogueChanged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CatalogueChanged(String channel) {
    super("the price book of " + channel + " has changed meanwhile", null, false, false);
  }
}
