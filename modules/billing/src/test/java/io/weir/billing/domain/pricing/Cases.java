package io.weir.billing.domain.pricing;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Many random cases; one that fails says its seed, with which {@code -Dcases.seed=…} tries it again as the first. */
final class Cases {
    static final Currency USD = Currency.getInstance("USD");
    static final Currency VND = Currency.getInstance("VND");
    static final Currency KWD = Currency.getInstance("KWD");
    private static final List<Currency> CURRENCIES = List.of(USD, VND, KWD);

    private Cases() {
    }

    static void each(int cases, Consumer<Random> property) {
        long first = Optional.ofNullable(Long.getLong("cases.seed")).orElseGet(() -> new Random().nextLong());
        for (long seed = first; seed < first + cases; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    static Currency currency(Random random) {
        return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    }

    static Money money(String major, Currency currency) {
        return Money.ofMajor(new BigDecimal(major), currency);
    }

    static Money usd(String major) {
        return money(major, USD);
    }

    static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
