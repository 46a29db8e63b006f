package io.weir.billing.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Subscription;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How the business goes, by final invoices and credit notes and nothing else. Amounts are net, tax excluded, in one
 * currency: currencies are never added up. Months and days are the tenant's, by its zone and clock. What each figure
 * is made of stands in the module's README.
 */
public interface RevenueAnalytics {
    /** That there are invoices in, by their codes; the tenant's own first, also without any. */
    List<Currency> currencies(TenantId tenant);

    /** What recurs, from one month's start to the next; the running month goes until now. */
    List<RecurringMonth> recurring(TenantId tenant, Months months);

    /**
     * What of the recurring revenue of now is these subscriptions', by their ids, each in its own currency; without
     * those that are worth nothing. As many queries for a page of them as for one.
     */
    Map<UUID, Money> monthly(TenantId tenant, Collection<Subscription> subscriptions);

    /** Accounts by the month of their first paid invoice for a plan, and what was left of them at months' ends. */
    List<Cohort> cohorts(TenantId tenant, Months months);

    /** Billed and earned, by day, and what is billed but not earned yet. */
    RecognisedRevenue recognised(TenantId tenant, Days days);

    /** What is to be paid now, by how long it has been due. */
    UnpaidInvoices unpaid(TenantId tenant, Currency currency);

    /** Who was billed most in the span. Refused: {@code VALIDATION_FAILED} unless {@code most} is 1 to 100. */
    TopCustomers customers(TenantId tenant, Days days, int most);

    /** What was sold in the span, by what it was. */
    List<SoldPackage> packages(TenantId tenant, Days days);

    /** Both included. Refused: {@code VALIDATION_FAILED} when they are none, or more than {@link #MOST}. */
    record Months(Currency currency, YearMonth from, YearMonth to) {
        public static final int MOST = 60;

        public Months {
            if (to.isBefore(from) || from.plusMonths(MOST).compareTo(to) <= 0) {
                throw Refusal.invalidField("from", "OUT_OF_RANGE").asException();
            }
        }
    }

    /** Both included. Refused: {@code VALIDATION_FAILED} when they are none, or more than {@link #MOST}. */
    record Days(Currency currency, LocalDate from, LocalDate to) {
        public static final int MOST = 366;

        public Days {
            if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST) {
                throw Refusal.invalidField("from", "OUT_OF_RANGE").asException();
            }
        }
    }
}
