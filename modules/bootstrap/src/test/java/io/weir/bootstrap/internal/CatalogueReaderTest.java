package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            "requestsPerMinute: 60  | maxVirtualPortfolios: 0  | requestsPerMinute"})
    void whatIsMissingOrImpossibleIsNamed(String right, String wrong, String fault) {
        refused(GOOD.replace(right, wrong == null ? "" : wrong), fault);
    }

    @Test
    void aRateCardMustMakeSense() {
        String card = "rateCard: {meter: credits, operations: {image: {base: 1, modifiers: [%s]}}}\n";
        CatalogueReader.read("acme.yaml", GOOD + card.formatted("{attribute: quality, equals: hd, percent: 50}"));
        refused(GOOD + card.formatted("{attribute: quality, percent: 50}"), "rateCard: 'image'");
        refused(GOOD + card.replace("credits", "gold").formatted(""), "no such meter 'gold'");
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
