package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.billing.api.Cohort;
import io.weir.billing.api.RecognisedRevenue;
import io.weir.billing.api.RecurringMonth;
import io.weir.billing.api.SoldPackage;
import io.weir.billing.api.TopCustomers;
import io.weir.billing.api.UnpaidInvoices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Figures as the API tells them: in major units of the currency that stands beside them; shares in percent. */
public final class AnalyticsViews {
    private AnalyticsViews() {
    }

    /** How it stands now. {@code month}: the running one. {@code unpaid} with tax. */
    public record Summary(String currency, List<String> currencies, Instant asOf, BigDecimal mrr, BigDecimal arr,
            long accounts, Month month, BigDecimal deferred, BigDecimal unpaid) {
    }

    /** {@code months}: one after another. */
    public record Recurring(String currency, List<Month> months) {
        static Recurring of(Currency currency, List<RecurringMonth> months) {
            return new Recurring(currency.getCurrencyCode(), months.stream().map(Month::of).toList());
        }
    }

    /** Start + new + expansion + contraction + churn + reactivation = end. */
    public record Month(String month, Instant from, Optional<Instant> until, Part start,
            @JsonProperty("new") Part newly, Part expansion, Part contraction, Part churn, Part reactivation, Part end,
            BigDecimal arr, Optional<BigDecimal> accountChurn, Optional<BigDecimal> revenueChurn,
            Optional<BigDecimal> netRetention) {
        static Month of(RecurringMonth month) {
            return new Month(month.month().toString(), month.span().from(), month.span().until(),
                    Part.of(month.start()), Part.of(month.newly()), Part.of(month.expansion()),
                    Part.of(month.contraction()), Part.of(month.churn()), Part.of(month.reactivation()),
                    Part.of(month.end()), month.yearly().major(), month.accountChurn(), month.revenueChurn(),
                    month.netRetention());
        }
    }

    /** So many accounts. */
    public record Part(long accounts, BigDecimal amount) {
        static Part of(RecurringMonth.Part part) {
            return new Part(part.accounts(), part.amount().major());
        }
    }

    /** By the month of the first paid invoice. */
    public record Cohorts(String currency, List<Beginners> cohorts) {
        static Cohorts of(Currency currency, List<Cohort> cohorts) {
            return new Cohorts(currency.getCurrencyCode(), cohorts.stream().map(Beginners::of).toList());
        }
    }

    /** {@code months}: the first one's end, and each later one's. */
    public record Beginners(String month, long accounts, List<Kept> months) {
        static Beginners of(Cohort cohort) {
            return new Beginners(cohort.month().toString(), cohort.accounts(),
                    IntStream.range(0, cohort.kept().size()).mapToObj(after -> Kept.of(cohort, after)).toList());
        }
    }

    /** {@code after}: months since the first one. */
    public record Kept(int after, long accounts, BigDecimal mrr, Optional<BigDecimal> accountRetention,
            Optional<BigDecimal> revenueRetention) {
        static Kept of(Cohort cohort, int after) {
            var kept = cohort.kept().get(after);
            return new Kept(after, kept.accounts(), kept.recurring().major(), cohort.accountRetention(after),
                    cohort.revenueRetention(after));
        }
    }

    /** {@code before}, {@code after}: as the first day began and as the last one ended. */
    public record Recognised(String currency, Balance before, List<Day> days, Balance after) {
        static Recognised of(Currency currency, RecognisedRevenue revenue) {
            return new Recognised(currency.getCurrencyCode(), Balance.of(revenue.before()), revenue.days().stream()
                    .map(day -> new Day(day.day(), day.billed().major(), day.recognised().major())).toList(),
                    Balance.of(revenue.after()));
        }
    }

    /** Net. */
    public record Day(LocalDate day, BigDecimal billed, BigDecimal recognised) {
    }

    /** Billed and not earned yet; earned and not billed yet. */
    public record Balance(BigDecimal deferred, BigDecimal unbilled) {
        static Balance of(RecognisedRevenue.Balance balance) {
            return new Balance(balance.deferred().major(), balance.unbilled().major());
        }
    }

    /** With tax. */
    public record Unpaid(String currency, BigDecimal total, List<Age> ages, Age writtenOff) {
        static Unpaid of(Currency currency, UnpaidInvoices unpaid) {
            return new Unpaid(currency.getCurrencyCode(), unpaid.total().major(),
                    unpaid.ages().stream().map(Age::of).toList(), Age.of(unpaid.writtenOff()));
        }
    }

    /** {@code age}: days since it was due. */
    public record Age(String age, long invoices, BigDecimal open) {
        static Age of(UnpaidInvoices.Age age) {
            return new Age(age.word(), age.invoices(), age.open().major());
        }
    }

    /** {@code total}: of everybody, net. */
    public record Customers(String currency, BigDecimal total, List<Customer> customers) {
        static Customers of(Currency currency, TopCustomers top) {
            return new Customers(currency.getCurrencyCode(), top.total().major(), top.customers().stream()
                    .map(one -> new Customer(one.account().toString(), one.name(), one.invoices(), one.net().major(),
                            top.share(one))).toList());
        }
    }

    /** The one who was billed most first. */
    public record Customer(String account, String name, long invoices, BigDecimal net, Optional<BigDecimal> share) {
    }

    /** What was sold. */
    public record Packages(String currency, List<Sold> packages) {
        static Packages of(Currency currency, List<SoldPackage> packages) {
            return new Packages(currency.getCurrencyCode(), packages.stream().map(sold -> new Sold(sold.kind(),
                    sold.item(), sold.name(), sold.sold(), sold.net().major(), sold.gross().major())).toList());
        }
    }

    /** {@code gross} with tax. */
    public record Sold(String kind, String item, String name, long sold, BigDecimal net, BigDecimal gross) {
    }
}
