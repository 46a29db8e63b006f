package io.weir.bootstrap.internal;

import io.weir.billing.api.BillingTerms;
import io.weir.billing.api.CouponTerms;
import io.weir.billing.api.InvoiceTerms;
import io.weir.billing.api.SellerTerms;
import io.weir.billing.api.TaxTerms;
import io.weir.bootstrap.internal.CatalogueFile.PlanEntry;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** How the tenant bills. */
final class BillingReader {
    private static final String CODE = "[A-Z0-9][A-Z0-9_-]{1,39}";
    private static final String COUNTRY = "[A-Z]{2}";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_LINES = 6;
    private static final int MOST_REDEMPTIONS = 1_000_000_000;
    private final Section root;
    private final Currency usual;
    private final List<String> plans;

    private BillingReader(Section root, Currency usual, List<PlanEntry> plans) {
        this.root = root;
        this.usual = usual;
        this.plans = plans.stream().map(PlanEntry::slug).toList();
    }

    static BillingTerms read(Section root, Currency usual, List<PlanEntry> plans) {
        var reader = new BillingReader(root, usual, plans);
        return new BillingTerms(reader.coupons(), root.section("taxes").map(BillingReader::taxes),
                root.section("seller").map(BillingReader::seller),
                root.section("invoices").map(BillingReader::invoices).orElse(InvoiceTerms.USUAL));
    }

    private List<CouponTerms> coupons() {
        var coupons = new ArrayList<CouponTerms>();
        var codes = new HashMap<String, Integer>();
        for (var section : root.sections("coupons")) {
            var code = section.needText("code");
            section.require(code == null || code.matches(CODE), "code", "CATALOGUE_BAD_CODE");
            section.unlike(codes, "code", code == null ? null : code.toUpperCase(Locale.ROOT));
            coupon(section, code).ifPresent(coupons::add);
            section.done();
        }
        return coupons;
    }

    /** Absent when it is at fault. */
    private Optional<CouponTerms> coupon(Section section, String code) {
        var name = section.needText("name");
        var percent = section.number("percent");
        section.require(percent == null || percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0, "percent",
                "OUT_OF_RANGE");
        var amount = amount(section);
        section.require(section.has("percent") != section.has("amount"), "", "CATALOGUE_EITHER", "percent", "amount");
        var word = section.needed("duration")
                ? section.option("duration", List.of("once", "forever", "periods")) : null;
        var periods = section.count("periods", 1, 1_200);
        section.require(word == null || section.has("periods") == word.equals("periods"), "periods",
                "CATALOGUE_WITH_PERIODS");
        var most = section.count("maxRedemptions", 1, MOST_REDEMPTIONS);
        var slugs = plans(section);
        var expires = moment(section);
        boolean active = !Boolean.FALSE.equals(section.flag("isActive"));
        boolean fine = code != null && name != null && word != null && (percent == null) != (amount == null)
                && (periods != null) == word.equals("periods");
        return fine ? Optional.of(new CouponTerms(code, name, Optional.ofNullable(percent), Optional.ofNullable(amount),
                CouponTerms.Duration.valueOf(word.toUpperCase(Locale.ROOT)), optional(periods), slugs, optional(most),
                Optional.ofNullable(expires), active)) : Optional.empty();
    }

    private Money amount(Section section) {
        var amount = section.number("amount");
        if (amount == null || usual == null) {
            return null;
        }
        section.require(amount.signum() > 0, "amount", "CATALOGUE_ABOVE_ZERO");
        boolean fine = amount.stripTrailingZeros().scale() <= usual.getDefaultFractionDigits()
                && amount.precision() - amount.scale() <= 15;
        section.require(fine, "amount", "TOO_PRECISE");
        return fine ? Money.ofMajor(amount, usual) : null;
    }

    private List<String> plans(Section section) {
        var slugs = section.texts("plans");
        for (int i = 0; i < slugs.size(); i++) {
            section.require(plans.contains(slugs.get(i)), "plans[" + i + "]", "CATALOGUE_NO_PLAN", slugs.get(i));
        }
        return slugs;
    }

    private static Instant moment(Section section) {
        var text = section.text("expiresAt");
        try {
            return text == null ? null : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException unreadable) {
            section.fault("expiresAt", "CATALOGUE_NOT_A_MOMENT");
            return null;
        }
    }

    private static TaxTerms taxes(Section section) {
        boolean inclusive = section.needed("inclusive") && Boolean.TRUE.equals(section.flag("inclusive"));
        boolean reverse = Boolean.TRUE.equals(section.flag("reverseCharge"));
        var rates = new ArrayList<TaxTerms.TaxRate>();
        var seen = new HashMap<String, Integer>();
        for (var rate : section.sections("rates")) {
            var country = country(rate);
            rate.needed("rate");
            var percent = rate.number("rate");
            rate.require(percent == null || percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0, "rate",
                    "OUT_OF_RANGE");
            rate.require(percent == null || percent.stripTrailingZeros().scale() <= 3, "rate", "TOO_PRECISE");
            rates.add(new TaxTerms.TaxRate(country, percent, rate.needText("name")));
            rate.unlike(seen, "country", country);
            rate.done();
        }
        section.done();
        return new TaxTerms(inclusive, reverse, rates);
    }

    private static SellerTerms seller(Section section) {
        var address = section.texts("address");
        section.require(address.size() <= MOST_LINES, "address", "TOO_MANY");
        var read = new SellerTerms(section.needText("name"), address, country(section), optional(section, "vatId"),
                optional(section, "email"), optional(section, "phone"), optional(section, "website"),
                optional(section, "registration"), optional(section, "logo"), optional(section, "footer"));
        section.done();
        return read;
    }

    private static String country(Section section) {
        var country = section.needText("country");
        section.require(country == null || country.matches(COUNTRY)
                && List.of(Locale.getISOCountries()).contains(country), "country", "CATALOGUE_BAD_COUNTRY");
        return country;
    }

    private static InvoiceTerms invoices(Section section) {
        var usual = InvoiceTerms.USUAL;
        var draft = section.count("draftHours", 0, 720);
        var due = section.count("dueDays", 0, 365);
        var renewal = section.count("renewalDays", 0, 90);
        var dunning = section.section("dunning").map(DunningReader::read).orElse(usual.dunning());
        section.done();
        return new InvoiceTerms(draft == null ? usual.draftHours() : draft, due == null ? usual.dueDays() : due,
                renewal == null ? usual.renewalDays() : renewal, dunning);
    }

    private static Optional<String> optional(Section section, String key) {
        return Optional.ofNullable(section.text(key)).filter(text -> !text.isBlank());
    }

    private static OptionalInt optional(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
