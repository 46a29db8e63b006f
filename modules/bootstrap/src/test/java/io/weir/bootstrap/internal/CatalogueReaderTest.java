package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTest {
    private static final String GOOD = """
            slug: acme
            name: Acme
            currency: USD
            locale: en
            timeZone: UTC
            sandbox: true
            brand: {title: Acme}
            gateways: [sandbox]
            meters:
              - {key: calls, title: Calls, unit: call, decimals: 0}
              - {key: credits, title: Credits, unit: credit, decimals: 4}
            plans:
              - {slug: free, name: Free, price: 0, interval: lifetime, rank: 0, quotas: {calls: 100},
                 requestsPerMinute: 60}
            """;

    private static final String ROUTE = """
            routes:
              - slug: search
                upstream: https://api.example.com/base
                meter: credits
                rules: [{path: /v1/**, units: 0.5, answerField: /cost}]
            """;

    @Test
    void readsWhatIsRight() {
        var file = CatalogueReader.read("acme.yaml", GOOD);
        assertThat(file.slug()).isEqualTo("acme");
        assertThat(file.plans().get(0).quotas()).containsKey("calls");
    }

    @Test
    void anUnknownKeyIsRefusedWithItsLine() {
        refused(GOOD.replace("sandbox: true", "sandbox: true\ncolour: red"), "acme.yaml line 7: unknown key 'colour'");
    }

    @Test
    void anUnknownKeyDeepInsideToo() {
        refused(GOOD + "  - slug: pro\n    level: 0\n    name: Pro\n    price: 1\n",
                "acme.yaml line 16: unknown key 'level'");
        refused(GOOD.replace("rank: 0", "level: 0"), "acme.yaml line 13: unknown key 'level'");
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        refused(GOOD + "slug: other\n", "line 15", "slug");
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        refused(GOOD + "extensions: [\n", "acme.yaml line ");
        refused(GOOD.replace("currency: USD", "currency: DOLLAR"), "acme.yaml line 3");
        refused(GOOD.replace("timeZone: UTC", "timeZone: Mars/Olympus"), "acme.yaml line 5");
        refused(GOOD.replace("price: 0", "price: much"), "acme.yaml line 13");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> CatalogueReader.read("acme.yaml", "")).isInstanceOf(CatalogueFaultException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name: Acme             |                          | name is needed",
            "sandbox: true          |                          | sandbox is needed",
            "title: Acme            | tagline: x               | brand needs a title",
            "[sandbox]              | []                       | gateways",
            "[sandbox]              | [manual]                 | needs a bankAccount",
            "key: calls             | key: requests            | a meter 'calls' is needed",
            "key: credits           | key: calls               | meter 'calls' is there twice",
            "decimals: 4            | decimals: 12             | decimals of 0 to 9",
            "rank: 0                | rank: 1                  | a free plan is needed",
            "price: 0               | price: 5                 | a free plan is needed",
            "price: 0               | price: -1                | needs a price",
            "price: 0               | price: 0.005             | needs a price",
            "{calls: 100}           | {credits: 1}             | a free plan is needed",
            "{calls: 100}           | {calls: 1.5}             | at most 0 decimals",
            "{calls: 100}           | '{calls: 1, gold: 1}'    | gold: no such meter",
            "interval: lifetime     | interval: week           | needs an interval",
            "interval: lifetime     | interval: days           | durationDays",
            "interval: lifetime     | 'interval: month, durationDays: 30' | durationDays",
            "requestsPerMinute: 60  | maxVirtualPortfolios: 0  | requestsPerMinute",
            "requestsPerMinute: 60  | 'requestsPerMinute: 60, overage: some' | needs an overage",
            "decimals: 4            | 'decimals: 4, late: never' | late never"})
    void whatIsMissingOrImpossibleIsNamed(String right, String wrong, String fault) {
        refused(GOOD.replace(right, wrong == null ? "" : wrong), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "0", "-0.10", "0,10"})
    void aUnitPriceIsANumberAboveZero(String price) {
        CatalogueReader.read("acme.yaml", GOOD + "settings: {credits.unit-price: '0.0125'}\n");
        refused(GOOD + "settings: {credits.unit-price: '" + price + "'}\n", "unit-price needs a number above 0");
    }

    @Test
    void aRateCardMustMakeSense() {
        String card = "rateCard: {meter: credits, operations: {image: {base: 1, modifiers: [%s]}}}\n";
        CatalogueReader.read("acme.yaml", GOOD + card.formatted("{attribute: quality, equals: hd, percent: 50}"));
        refused(GOOD + card.formatted("{attribute: quality, percent: 50}"), "rateCard: 'image'");
        refused(GOOD + card.replace("credits", "gold").formatted(""), "no such meter 'gold'");
    }

    @Test
    void overageAndLateEventsAreTakenOver() {
        var offer = CatalogueOffer.of(CatalogueReader.read("acme.yaml",
                GOOD.replace("decimals: 4", "decimals: 4, late: nextPeriod")
                        .replace("rank: 0", "rank: 0, overage: 10%")));
        assertThat(offer.meters()).extracting(Meter::late)
                .containsExactly(Meter.LateEvents.REOPEN, Meter.LateEvents.NEXT_PERIOD);
        assertThat(offer.plans()).extracting(PlanDraft::overage).containsExactly("10%");
    }

    @Test
    void aRouteSaysLittleAndGetsTheRest() {
        var offer = CatalogueOffer.of(CatalogueReader.read("acme.yaml", GOOD + ROUTE));
        assertThat(offer.routes()).singleElement().satisfies(route -> {
            assertThat(route.methods()).contains("GET", "POST");
            assertThat(route.metering().meter()).isEqualTo(new MeterKey("credits"));
            assertThat(route.metering().rules()).singleElement()
                    .satisfies(rule -> assertThat(rule.answerField()).contains("/cost"));
            assertThat(route.terms().answerMillis()).isPositive();
            assertThat(route.active()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "slug: search      | slug: Search!         | needs a slug",
            "https://api       | ftp://api             | needs an upstream",
            "meter: credits    | meter: gold           | gold: no such meter",
            "units: 0.5        | units: 0.00001        | at most 4 decimals",
            "path: /v1/**      | path: v1              | rules with a path"})
    void aRouteMustMakeSense(String right, String wrong, String fault) {
        refused(GOOD + ROUTE.replace(right, wrong), fault);
    }

    @Test
    void twoFilesForOneTenantAreRefused() {
        assertThatThrownBy(() -> CatalogueLoader.offers(Map.of("a.yaml", GOOD, "b.yaml", GOOD)))
                .isInstanceOf(CatalogueFaultException.class).hasMessageContaining("'acme'");
    }

    private static void refused(String yaml, String... says) {
        assertThatThrownBy(() -> CatalogueReader.read("acme.yaml", yaml)).isInstanceOf(CatalogueFaultException.class)
                .hasMessageContainingAll(says);
    }
}
