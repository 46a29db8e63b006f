package io.weir.webrest.gateway;

import io.weir.metering.api.GatewayRoute.Metering;
import io.weir.metering.api.GatewayRoute.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What a call costs: the first rule that matches its method and path decides, else the route's units. */
final class PriceList {
    private PriceList() {
    }

    static Price price(Metering metering, String method, GatewayPath path) {
        return metering.rules().stream().filter(rule -> matches(rule, method, path.plain())).findFirst()
                .map(rule -> new Price(rule.units(), rule.answerField(), Optional.of(rule.path())))
                .orElseGet(() -> new Price(metering.units(), Optional.empty(), Optional.empty()));
    }

    /** In the smallest units of a meter with that many decimals, rounded up. */
    static long smallest(BigDecimal units, int decimals) {
        return units.movePointRight(decimals).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** HEAD is GET without the body, and costs the same. */
    private static boolean matches(Rule rule, String method, String path) {
        boolean sameMethod = rule.method().equals("*") || rule.method().equals(method)
                || rule.method().equals("GET") && method.equals("HEAD");
        return sameMethod && PathGlob.matches(rule.path(), path);
    }

    /**
     * @param units what is charged, or held when {@code answerField} decides; @param pattern of the rule, if any
     */
    record Price(BigDecimal units, Optional<String> answerField, Optional<String> pattern) {
    }
}
