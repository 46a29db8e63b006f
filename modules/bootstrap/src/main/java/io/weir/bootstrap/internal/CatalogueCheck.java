package io.weir.bootstrap.internal;

import io.weir.kernel.api.Money;
import io.weir.metering.api.Overage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must be true of a catalogue before anything of it is taken over. Finds everything that is wrong, not only the
 * first.
 */
final class CatalogueCheck {
    private static final String CALLS = "calls";
    private static final Set<String> LATE = Set.of("reopen", "nextPeriod");
    private static final Set<String> INTERVALS = Set.of("month", "year", "days", "lifetime");
    private final CatalogueFile file;
    private final Map<String, CatalogueFile.MeterEntry> meters;
    private final List<String> faults = new ArrayList<>();

    private CatalogueCheck(CatalogueFile file) {
        this.file = file;
        this.meters = file.meters().stream().filter(meter -> meter.key() != null)
                .collect(Collectors.toMap(CatalogueFile.MeterEntry::key, Function.identity(),
                        (first, second) -> first));
    }

    static List<String> faults(CatalogueFile file) {
        var check = new CatalogueCheck(file);
        check.tenant();
        check.meters();
        check.plans();
        check.packages();
        if (file.rateCard() != null) {
            RateCardCheck.check(file.rateCard(), check.meters.keySet(), check::require);
        }
        check.distinct("route", file.routes(), CatalogueRoute::slug);
        file.routes().forEach(route -> route.check(check::require, check::quantity));
        return check.faults;
    }

    private void tenant() {
        present("slug", file.slug());
        present("name", file.name());
        present("currency", file.currency());
        present("locale", file.locale());
        present("timeZone", file.timeZone());
        present("sandbox", file.sandbox());
        require(file.brand() != null && isText(file.brand().title()), "brand needs a title");
        require(!file.gateways().isEmpty(), "gateways: at least one is needed");
        require(!file.gateways().contains("manual") || hasAccount(),
                "gateway manual needs a bankAccount with name, holder and either bin and account, or iban");
        var unitPrice = file.settings().get("credits.unit-price");
        require(unitPrice == null || isUnitPrice(unitPrice), "settings: credits.unit-price needs a number above 0");
    }

    private static boolean isUnitPrice(String text) {
        try {
            return new BigDecimal(text).signum() > 0;
        } catch (NumberFormatException unreadable) {
            return false;
        }
    }

    private boolean hasAccount() {
        var bank = file.bankAccount();
        return bank != null && isText(bank.name()) && isText(bank.holder())
                && (isText(bank.iban()) || isText(bank.bin()) && isText(bank.account()));
    }

    private void meters() {
        distinct("meter", file.meters(), CatalogueFile.MeterEntry::key);
        file.meters().forEach(meter -> require(isText(meter.key()) && isText(meter.title()) && isText(meter.unit())
                && meter.decimals() != null && meter.decimals() >= 0 && meter.decimals() <= 9,
                "meter '" + meter.key() + "' needs key, title, unit and decimals of 0 to 9"));
        file.meters().forEach(meter -> require(meter.late() == null || LATE.contains(meter.late()),
                "meter '" + meter.key() + "' has late " + meter.late() + ", known are " + LATE));
        require(meters.containsKey(CALLS), "a meter 'calls' is needed");
    }

    private void plans() {
        distinct("plan", file.plans(), CatalogueFile.PlanEntry::slug);
        file.plans().forEach(this::plan);
        require(file.plans().stream().anyMatch(CatalogueCheck::isFreeTier),
                "a free plan is needed: rank 0, price 0, with a quota of calls");
    }

    private void plan(CatalogueFile.PlanEntry plan) {
        String which = "plan '" + plan.slug() + "' ";
        require(isText(plan.slug()) && isText(plan.name()), which + "needs slug and name");
        price(which, plan.price());
        require(plan.interval() != null && INTERVALS.contains(plan.interval()),
                which + "needs an interval of " + INTERVALS);
        require("days".equals(plan.interval()) == (plan.durationDays() != null),
                which + "has durationDays with interval days only");
        require(plan.durationDays() == null || plan.durationDays() >= 1, which + "needs durationDays of at least 1");
        require(plan.rank() != null && plan.rank() >= 0, which + "needs a rank of at least 0");
        require(plan.requestsPerMinute() != null && plan.requestsPerMinute() >= 0,
                which + "needs requestsPerMinute, 0 for no limit");
        require(plan.maxVirtualPortfolios() == null || plan.maxVirtualPortfolios() >= 1,
                which + "needs maxVirtualPortfolios of at least 1");
        require(isOverage(plan.overage()), which + "needs an overage of refuse, allow or a share such as 10%");
        plan.quotas().forEach((meter, units) -> quantity(which + "quota of ", meter, units, BigDecimal.ZERO));
    }

    private static boolean isOverage(String word) {
        try {
            Overage.parse(word);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isFreeTier(CatalogueFile.PlanEntry plan) {
        return Integer.valueOf(0).equals(plan.rank()) && plan.price() != null && plan.price().signum() == 0
                && plan.quotas().containsKey(CALLS);
    }

    private void packages() {
        distinct("extension", file.extensions(), CatalogueFile.ExtensionEntry::name);
        file.extensions().forEach(extension -> {
            String which = "extension '" + extension.name() + "' ";
            require(extension.additionalCalls() != null && extension.additionalCalls() >= 1,
                    which + "needs additionalCalls of at least 1");
            price(which, extension.price());
        });
        distinct("credit package", file.creditPackages(), CatalogueFile.CreditEntry::name);
        file.creditPackages().forEach(credit -> {
            String which = "credit package '" + credit.name() + "' ";
            quantity(which + "credits of ", credit.meter(), credit.credits(), BigDecimal.ZERO);
            quantity(which + "bonus of ", credit.meter(), credit.bonus(), BigDecimal.ONE.negate());
            price(which, credit.price());
        });
    }

    private void price(String which, BigDecimal price) {
        require(price != null && price.signum() >= 0 && (file.currency() == null || fits(price, file.currency())),
                which + "needs a price of at least 0 that " + file.currency() + " can express");
    }

    private void quantity(String what, String meter, BigDecimal units, BigDecimal above) {
        var known = meter == null ? null : meters.get(meter);
        if (known == null || known.decimals() == null) {
            faults.add(what + meter + ": no such meter");
        } else {
            require(units != null && units.compareTo(above) > 0 && CatalogueUnits.isExact(units, known.decimals()),
                    what + meter + ": needs a number with at most " + known.decimals() + " decimals");
        }
    }

    private static boolean fits(BigDecimal price, Currency currency) {
        try {
            return !Money.ofMajor(price, currency).isNegative();
        } catch (ArithmeticException tooFine) {
            return false;
        }
    }

    private <T> void distinct(String what, List<T> entries, Function<T, String> name) {
        var seen = new HashSet<String>();
        entries.forEach(entry -> require(isText(name.apply(entry)) && seen.add(name.apply(entry)),
                what + " '" + name.apply(entry) + "' is there twice, or has no name"));
    }

    private void present(String key, Object value) {
        require(value instanceof String text ? isText(text) : value != null, key + " is needed");
    }

    private void require(boolean isTrue, String fault) {
        if (!isTrue) {
            faults.add(fault);
        }
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }
}
