package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.billing.api.DunningTerms;
import io.weir.billing.api.InvoiceTerms;
import io.weir.billing.api.TaxTerms;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTest {
    static final String GOOD = """
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

    static final String METERED = """
              - slug: pro-monthly
                name: Pro
                price: 9.90
                interval: month
                rank: 1
                requestsPerMinute: 0
                quotas: {calls: 1000}
                trialDays: 14
                family: pro
                renewal: invoice
                minimum: 5
                charges:
                  - {meter: calls, model: package, included: 100, size: 1000, price: 0.5}
                  - meter: credits
                    model: graduated
                    tiers: [{upTo: 10, unitPrice: 0.10}, {unitPrice: 0.08, flat: 1}]
            """;

    static final String BILLING = """
            coupons:
              - {code: SPRING, name: Spring, percent: 20, duration: periods, periods: 3, plans: [pro-monthly],
                 maxRedemptions: 100, expiresAt: 2027-01-01T00:00:00Z}
            taxes: {inclusive: true, reverseCharge: true, rates: [{country: DE, rate: 19, name: USt}]}
            seller: {name: Acme GmbH, address: [Street 1, 10115 Berlin], country: DE, vatId: DE123456789}
            invoices: {draftHours: 48}
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
        var file = read(GOOD);
        assertThat(file.slug()).isEqualTo("acme");
        assertThat(file.plans().get(0).quotas()).containsKey("calls");
    }

    @Test
    void anUnknownKeyIsRefusedWithItsPlaceAndTheNearestKnownOne() {
        refused(GOOD.replace("sandbox: true", "sandbox: true\ncolour: red"), "line 7, column 1: colour"
                + " CATALOGUE_UNKNOWN_KEY");
        refused(GOOD.replace("sandbox: true", "sandbox: true\ngateway: red"), "line 7, column 1: gateway"
                + " CATALOGUE_UNKNOWN_KEY_NEAR [gateways]");
        refused(GOOD.replace("{title: Acme}", "{title: Acme, tag-line: x}"), "line 7, column 22: brand.tag-line"
                + " CATALOGUE_UNKNOWN_KEY_NEAR [tagline]");
    }

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
        refused(GOOD.replace("currency: USD", "currency: DOLLAR").replace("decimals: 4", "decimals: four")
                        .replace("price: 0", "prise: 0"),
                "line 3, column 1: currency BAD_CURRENCY",
                "line 11, column 50: meters[1].decimals CATALOGUE_NOT_A_NUMBER",
                "line 12, column 1: plans CATALOGUE_NEEDS_FREE",
                "line 13, column 5: plans[0].price REQUIRED",
                "line 13, column 30: plans[0].prise CATALOGUE_UNKNOWN_KEY_NEAR [price]");
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        refused(GOOD + "slug: other\n", "line 15, column 1: slug CATALOGUE_KEY_TWICE");
        refused(GOOD.replace("rank: 0", "rank: 0, features: {a: 1, a: 2}"), "plans[0].features.a CATALOGUE_KEY_TWICE");
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        refused(GOOD + "extensions: [\n", "line 16, column 1:  CATALOGUE_SYNTAX");
        refused(GOOD.replace("timeZone: UTC", "timeZone: Mars/Olympus"), "line 5, column 1: timeZone");
        refused(GOOD.replace("price: 0", "price: much"), "line 13, column 30: plans[0].price");
        refused(GOOD + "---\nslug: other\n", "CATALOGUE_SYNTAX");
        refused("- a list", "line 1, column 1:  CATALOGUE_NOT_A_MAP");
        refused("", "CATALOGUE_EMPTY");
    }

    @Test
    void aliasesCannotMakeMuchOfLittle() {
        var bomb = new StringBuilder("{a0: &a0 [x, x]");
        for (int i = 1; i < 15; i++) {
            bomb.append(", a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a")
                    .append(i - 1).append("]");
        }
        refused(GOOD.replace("rank: 0", "rank: 0, features: " + bomb + "}"), "CATALOGUE_SYNTAX");
        refused(GOOD.replace("rank: 0", "rank: 0, features: &f {self: *f}"), "plans[0].features TOO_LONG");
    }

    @Test
    void whatLooksLikeSomethingElseIsATextWhereATextIsAskedFor() {
        var file = read(GOOD.replace("name: Acme", "name: NO").replace("gateways: [sandbox]", """
                gateways: [manual]
                bankAccount: {name: Bank, bin: 970436, account: 0071009876543, holder: Acme}"""));
        assertThat(file.name()).isEqualTo("NO");
        assertThat(file.bankAccount().account()).isEqualTo("0071009876543");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name: Acme             |                          | name REQUIRED",
            "sandbox: true          |                          | sandbox REQUIRED",
            "sandbox: true          | sandbox: maybe           | sandbox CATALOGUE_NOT_A_FLAG",
            "title: Acme            | tagline: x               | brand.title REQUIRED",
            "[sandbox]              | []                       | gateways REQUIRED",
            "[sandbox]              | [manual]                 | gateways CATALOGUE_NEEDS_BANK",
            "[sandbox]              | [sandbox, sandbox]       | gateways[1] CATALOGUE_TAKEN [8]",
            "key: calls             | key: requests            | meters CATALOGUE_NEEDS_CALLS",
            "key: credits           | key: calls               | meters[1].key CATALOGUE_TAKEN [10]",
            "decimals: 4            | decimals: 12             | meters[1].decimals CATALOGUE_BETWEEN [0, 9]",
            "rank: 0                | rank: 1                  | plans CATALOGUE_NEEDS_FREE",
            "price: 0               | price: 5                 | plans CATALOGUE_NEEDS_FREE",
            "price: 0               | price: -1                | plans[0].price NEGATIVE",
            "price: 0               | price: 0.005             | plans[0].price TOO_PRECISE",
            "{calls: 100}           | {credits: 1}             | plans CATALOGUE_NEEDS_FREE",
            "{calls: 100}           | {calls: 1.5}             | plans[0].quotas.calls CATALOGUE_TOO_FINE [0]",
            "{calls: 100}           | '{calls: 1, gold: 1}'    | plans[0].quotas.gold CATALOGUE_NO_METER [gold]",
            "{calls: 100}           | '{calls: 1, credit: 1}'  | CATALOGUE_NO_METER_NEAR [credit, credits]",
            "interval: lifetime     | interval: week           | plans[0].interval CATALOGUE_NOT_ONE_OF",
            "interval: lifetime     | interval: days           | plans[0].durationDays REQUIRED",
            "interval: lifetime     | 'interval: month, durationDays: 30' | plans[0].durationDays ONLY_WITH_DAYS",
            "requestsPerMinute: 60  | maxVirtualPortfolios: 0  | plans[0].requestsPerMinute REQUIRED",
            "requestsPerMinute: 60  | 'requestsPerMinute: 60, overage: some' | plans[0].overage BAD_OVERAGE",
            "requestsPerMinute: 60  | 'requestsPerMinute: 60, renewal: invoice' | plans[0].renewal NEEDS_PERIODS",
            "requestsPerMinute: 60  | 'requestsPerMinute: 60, trialDays: 400' | plans[0].trialDays CATALOGUE_BETWEEN",
            "requestsPerMinute: 60  | 'requestsPerMinute: 60, family: A B' | plans[0].family BAD_SLUG",
            "decimals: 4            | 'decimals: 4, late: never' | meters[1].late CATALOGUE_NOT_ONE_OF"})
    void whatIsMissingOrImpossibleIsNamed(String right, String wrong, String fault) {
        refused(GOOD.replace(right, wrong == null ? "" : wrong), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "0", "-0.10", "0,10"})
    void aUnitPriceIsANumberAboveZero(String price) {
        read(GOOD + "settings: {credits.unit-price: '0.0125'}\n");
        refused(GOOD + "settings: {credits.unit-price: '" + price + "'}\n",
                "settings.credits.unit-price CATALOGUE_ABOVE_ZERO");
    }

    @Test
    void aSettingWithASectionOfItsOwnIsRefused() {
        refused(GOOD + "settings: {brand.title: Other}\n", "settings.brand.title CATALOGUE_ELSEWHERE");
    }

    @Test
    void aRateCardMustMakeSense() {
        String card = "rateCard: {meter: credits, operations: {image: {base: 1, modifiers: [%s]}}}\n";
        read(GOOD + card.formatted("{attribute: quality, equals: hd, percent: 50}"));
        refused(GOOD + card.formatted("{attribute: quality, percent: 50}"),
                "rateCard.operations.image.modifiers[0].equals REQUIRED");
        refused(GOOD + card.replace("credits", "gold").formatted(""), "rateCard.meter CATALOGUE_NO_METER [gold]");
    }

    @Test
    void overageAndLateEventsAreTakenOver() {
        var offer = CatalogueOffer.of(read(GOOD.replace("decimals: 4", "decimals: 4, late: nextPeriod")
                .replace("rank: 0", "rank: 0, overage: 10%")));
        assertThat(offer.meters()).extracting(Meter::late)
                .containsExactly(Meter.LateEvents.REOPEN, Meter.LateEvents.NEXT_PERIOD);
        assertThat(offer.plans()).extracting(PlanDraft::overage).containsExactly("10%");
    }

    @Test
    void pricesForUsageAreInWholeUnitsOfTheirMeter() {
        var draft = CatalogueOffer.of(read(GOOD + METERED)).plans().get(1);
        assertThat(draft.trialDays()).isEqualTo(14);
        assertThat(draft.renewal()).isEqualTo("invoice");
        assertThat(draft.family()).isEqualTo("pro");
        assertThat(draft.minimum()).isEqualByComparingTo("5");
        assertThat(draft.charges()).containsExactly(
                new ChargeDraft("calls", "package", 100L, null, null, 1_000L, new BigDecimal("0.5")),
                new ChargeDraft("credits", "graduated", null, null, List.of(
                        new ChargeDraft.TierDraft(100_000L, new BigDecimal("0.10"), null),
                        new ChargeDraft.TierDraft(null, new BigDecimal("0.08"), BigDecimal.ONE)), null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "size: 1000        | size: 1.5            | plans[1].charges[0].size CATALOGUE_TOO_FINE [0]",
            "size: 1000,       |                      | plans[1].charges[0].size REQUIRED",
            "price: 0.5        | unitPrice: 0.5       | plans[1].charges[0].unitPrice NOT_WITH_MODEL",
            "model: graduated  | model: stairs        | plans[1].charges[1].model CATALOGUE_NOT_ONE_OF",
            "meter: credits    | meter: calls         | plans[1].charges[1].meter CATALOGUE_TAKEN",
            "upTo: 10          | flat: 10             | plans[1].charges[1].tiers[0].upTo BAD_TIERS",
            "minimum: 5        | minimum: 5.001       | plans[1].minimum TOO_PRECISE"})
    void pricesForUsageMustMakeSense(String right, String wrong, String fault) {
        refused(GOOD + METERED.replace(right, wrong == null ? "" : wrong), fault);
    }

    @Test
    void dunningIsReadInItsOwnWords() {
        var said = BILLING.replace("draftHours: 48", "draftHours: 48, dunning: {reminders: [7, -3, 0], retries: [], "
                + "unpaidAfter: 70, then: keep}");
        assertThat(read(GOOD + METERED + said).billing().invoices().dunning()).isEqualTo(
                new DunningTerms(List.of(-3, 0, 7), List.of(), 70, DunningTerms.Then.KEEP, 71));
        assertThat(read(GOOD).billing().invoices().dunning()).isEqualTo(DunningTerms.USUAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "reminders: [-61]     | invoices.dunning.reminders[0] CATALOGUE_BETWEEN [-60, 365]",
            "'reminders: [1, 1]'  | invoices.dunning.reminders CATALOGUE_DAY_TWICE",
            "retries: [-1]        | invoices.dunning.retries[0] CATALOGUE_BETWEEN [0, 365]",
            "retries: [soon]      | invoices.dunning.retries[0] CATALOGUE_NOT_WHOLE",
            "unpaidAfter: 400     | invoices.dunning.unpaidAfter CATALOGUE_BETWEEN",
            "giveUpAfter: 10      | invoices.dunning.giveUpAfter CATALOGUE_AFTER_UNPAID",
            "then: jail           | invoices.dunning.then CATALOGUE_NOT_ONE_OF",
            "remind: [3]          | invoices.dunning.remind"})
    void dunningMustMakeSense(String wrong, String fault) {
        refused(GOOD + METERED + BILLING.replace("draftHours: 48", "draftHours: 48, dunning: {" + wrong + "}"), fault);
    }

    @Test
    void billingIsReadInItsOwnWords() {
        var billing = read(GOOD + METERED + BILLING).billing();
        assertThat(billing.taxes()).contains(new TaxTerms(true, true,
                List.of(new TaxTerms.TaxRate("DE", new BigDecimal("19"), "USt"))));
        assertThat(billing.seller().orElseThrow().vatId()).contains("DE123456789");
        assertThat(billing.invoices()).isEqualTo(new InvoiceTerms(48, 14, 7));
        assertThat(billing.coupons()).singleElement().satisfies(coupon -> {
            assertThat(coupon.percent()).contains(new BigDecimal("20"));
            assertThat(coupon.periods()).hasValue(3);
            assertThat(coupon.plans()).containsExactly("pro-monthly");
            assertThat(coupon.expiresAt()).contains(Instant.parse("2027-01-01T00:00:00Z"));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "code: SPRING      | code: spring time   | coupons[0].code CATALOGUE_BAD_CODE",
            "percent: 20       | percent: 120        | coupons[0].percent OUT_OF_RANGE",
            "percent: 20       | isActive: true      | coupons[0] CATALOGUE_EITHER [percent, amount]",
            "'periods: 3, '    |                     | coupons[0].periods CATALOGUE_WITH_PERIODS",
            "[pro-monthly]     | [pro]               | coupons[0].plans[0] CATALOGUE_NO_PLAN [pro]",
            "2027-01-01T00:00:00Z | tomorrow         | coupons[0].expiresAt CATALOGUE_NOT_A_MOMENT",
            "rate: 19          | rate: 19.0001       | taxes.rates[0].rate TOO_PRECISE",
            "country: DE, rate | country: UK, rate   | taxes.rates[0].country CATALOGUE_BAD_COUNTRY",
            "draftHours: 48    | draftHours: -1      | invoices.draftHours CATALOGUE_BETWEEN"})
    void billingMustMakeSense(String right, String wrong, String fault) {
        refused(GOOD + METERED + BILLING.replace(right, wrong == null ? "" : wrong), fault);
    }

    @Test
    void aRouteSaysLittleAndGetsTheRest() {
        var offer = CatalogueOffer.of(read(GOOD + ROUTE));
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
            "slug: search      | slug: Search!         | routes[0].slug BAD_SLUG",
            "https://api       | ftp://api             | routes[0].upstream BAD_URL",
            "meter: credits    | meter: gold           | routes[0].meter CATALOGUE_NO_METER [gold]",
            "units: 0.5        | units: 0.00001        | routes[0].rules[0].units CATALOGUE_TOO_FINE [4]",
            "path: /v1/**      | path: v1              | routes[0].rules[0].path BAD_PATH"})
    void aRouteMustMakeSense(String right, String wrong, String fault) {
        refused(GOOD + ROUTE.replace(right, wrong), fault);
    }

    @Test
    void twoFilesForOneTenantAreRefused() {
        assertThatThrownBy(() -> CatalogueLoader.offers(Map.of("a.yaml", GOOD, "b.yaml", GOOD), Fault::toString))
                .isInstanceOf(CatalogueFaultException.class).hasMessageContaining("'acme'");
    }

    @Test
    void aFaultStopsTheStartAndNamesTheFile() {
        assertThatThrownBy(() -> CatalogueLoader.offers(Map.of("a.yaml", GOOD + "colour: red\n"), Fault::toString))
                .isInstanceOf(CatalogueFaultException.class).hasMessageStartingWith("a.yaml line 15, column 1: colour");
    }

    static CatalogueFile read(String yaml) {
        var reading = CatalogueReader.read(yaml);
        assertThat(reading.faults().all()).isEmpty();
        return reading.file().orElseThrow();
    }

    private static void refused(String yaml, String... faults) {
        var reading = CatalogueReader.read(yaml);
        assertThat(reading.file()).isEmpty();
        var told = reading.faults().all().stream().map(Fault::toString).toList();
        assertThat(told).hasSizeGreaterThanOrEqualTo(faults.length);
        int from = 0;
        for (var fault : faults) {
            while (from < told.size() && !told.get(from).contains(fault)) {
                from++;
            }
            assertThat(from).as(fault + " in " + told).isLessThan(told.size());
        }
    }
}
