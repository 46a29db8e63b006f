package io.weir.billing.domain.pricing;

import static io.weir.billing.domain.pricing.Cases.number;
import static io.weir.billing.domain.pricing.Cases.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.How.Unused;
import io.weir.billing.domain.pricing.How.Usage;
import io.weir.billing.domain.pricing.Rating.Units;
import io.weir.billing.domain.pricing.TaxDecision.Why;
import io.weir.subscriptions.api.Pricing.Graduated;
import io.weir.subscriptions.api.Pricing.Tier;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is stored is read for as long as invoices are kept: these texts are a promise, and may not be changed. */
class CanonicalTest {
    private static final TaxDecision TAX = new TaxDecision(number("19.0"), "USt", false, Why.RATE);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void usage_is_kept_with_its_price_its_tiers_and_its_interval() {
        var usage = new Usage(new Offer("pro", 3), "calls", new Graduated(List.of(
                new Tier(OptionalLong.of(10), number("0.10"), number("0")),
                new Tier(OptionalLong.empty(), number("0.05"), number("100")))), new Units(35, 5, 0), FROM, UNTIL,
                Cases.USD);
        String kept = "{'how':{'currency':'USD','from':'2026-01-01T00:00:00.000Z','meter':'calls','model':{"
                + "'tiers':[{'flat':0,'unitPrice':0.1,'upTo':10},{'flat':100,'unitPrice':0.05}],'type':'graduated'},"
                + "'offer':{'slug':'pro','version':3},'type':'usage',"
                + "'units':{'decimals':0,'included':5,'used':35},'until':'2026-02-01T00:00:00.000Z'},"
                + "'tax':{'inclusive':false,'name':'USt','rate':19,'why':'rate'}}";
        assertThat(new Basis(usage, TAX).json().replace('"', '\'')).isEqualTo(kept);
        assertThat(Recompute.amount(kept.replace('\'', '"')).gross()).isEqualTo(usd("121.38"));
    }

    @Test
    void an_unused_rest_is_kept_with_its_instants_and_what_was_paid() {
        var unused = new Unused(new Offer("pro", 3), usd("49.00"), usd("0.00"), FROM, UNTIL, FROM.plusNanos(1_999_999));
        assertThat(new Basis(unused, TAX).json().replace('"', '\'')).startsWith(
                "{'how':{'at':'2026-01-01T00:00:00.001Z','credited':{'currency':'USD','minor':0},"
                + "'from':'2026-01-01T00:00:00.000Z','offer':{'slug':'pro','version':3},"
                + "'paid':{'currency':'USD','minor':4900},'type':'unused','until':'2026-02-01T00:00:00.000Z'}");
    }

    @Test
    void order_layout_and_needless_zeros_do_not_count() {
        assertThat(Canonical.of("{ \"b\": 1.50, \"a\": [100, 1E+2, 0.0] }")).isEqualTo("{\"a\":[100,100,0],\"b\":1.5}");
        assertThat(ContentHash.ofJson("{\"a\":1}").value())
                .isEqualTo("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
    }

    @Test
    void what_is_of_no_known_kind_is_not_guessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Basis.read("{\"how\":{\"type\":\"guess\"}}"));
    }
}
