package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.lot.CreateLot;
import dev.countinghouse.prepaid.window.CloseWindows;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transactions;
import jakarta.inject.Singleton;

/** The use cases that change what is kept of usage. */
@Singleton
class UsageTables {

  final Transactions transactions;
  final BillingPeriods periods;
  final TakeUpUsage usage;
  final DecideUsage decide;
  final UsagePeriods counted;
  final UnbilledUses unbilled;
  final CreateLot lots;
  final CloseWindows closes;
  final LotAccounts accounts;
  final LockUsage lock;

  UsageTables(
      Transactions transactions,
      BillingPeriods periods,
      TakeUpUsage usage,
      DecideUsage decide,
      UsagePeriods counted,
      UnbilledUses unbilled,
      CreateLot lots,
      CloseWindows closes,
      LotAccounts accounts,
      LockUsage lock) {
    this.transactions = transactions;
    this.periods = periods;
    this.usage = usage;
    this.decide = decide;
    this.counted = counted;
    this.unbilled = unbilled;
    this.lots = lots;
    this.closes = closes;
    this.accounts = accounts;
    this.lock = lock;
  }
}
