package io.weir.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Overage;
import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Pricing;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanContentTest {
    private static final Currency VND = Currency.getInstance("VND");
    private static final PlanContent BLANK = PlanContent.blank(VND, 3);

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(draft("name", ""), Map.of("name", "REQUIRED")),
                Arguments.of(draft("name", " \t "), Map.of("name", "REQUIRED")),
                Arguments.of(draft("name", null), Map.of("name", "REQUIRED")),
                Arguments.of(draft("name", "x".repeat(256)), Map.of("name", "TOO_LONG")),
                Arguments.of(draft("price", null), Map.of("price", "REQUIRED")),
                Arguments.of(draft("price", new BigDecimal("-1")), Map.of("price", "NEGATIVE")),
                Arguments.of(draft("price", new BigDecimal("0.5")), Map.of("price", "TOO_PRECISE")),
                Arguments.of(draft("price", new BigDecimal("1000000000001")), Map.of("price", "OUT_OF_RANGE")),
                Arguments.of(draft("price", new BigDecimal("1E+999999999")), Map.of("price", "OUT_OF_RANGE")),
                Arguments.of(draft("currency", "XXQ"), Map.of("currency", "BAD_CURRENCY")),
                Arguments.of(draft("currency", "XXX"), Map.of("currency", "BAD_CURRENCY")),
                Arguments.of(draft("currency", ""), Map.of("currency", "BAD_CURRENCY")),
                Arguments.of(draft("durationDays", 0), Map.of("durationDays", "OUT_OF_RANGE")),
                Arguments.of(draft("durationDays", 3_651), Map.of("durationDays", "OUT_OF_RANGE")),
                Arguments.of(draft("durationDays", null), Map.of("durationDays", "REQUIRED")),
                Arguments.of(draft("interval", "fortnight"),
                        Map.of("interval", "NOT_AN_OPTION", "durationDays", "ONLY_WITH_DAYS")),
                Arguments.of(draft("interval", "month"), Map.of("durationDays", "ONLY_WITH_DAYS")),
                Arguments.of(draft("apiLimit", 0L), Map.of("apiLimit", "OUT_OF_RANGE")),
                Arguments.of(draft("quotas", Map.of("tokens", 0L)), Map.of("quotas", "OUT_OF_RANGE")),
                Arguments.of(draft("quotas", Map.of("Bad Meter", 1L)), Map.of("quotas", "BAD_METER")),
                Arguments.of(draft("maxVirtualPortfolios", 0), Map.of("maxVirtualPortfolios", "OUT_OF_RANGE")),
                Arguments.of(draft("requestsPerMinute", -1), Map.of("requestsPerMinute", "OUT_OF_RANGE")),
                Arguments.of(draft("rank", -1), Map.of("rank", "OUT_OF_RANGE")),
                Arguments.of(draft("overage", "perhaps"), Map.of("overage", "BAD_OVERAGE")),
                Arguments.of(draft("overage", "1001%"), Map.of("overage", "BAD_OVERAGE")),
                Arguments.of(draft("slug", "-x"), Map.of("slug", "BAD_SLUG")),
                Arguments.of(draft("trialDays", 366), Map.of("trialDays", "OUT_OF_RANGE")),
                Arguments.of(draft("family", "Pro!"), Map.of("family", "BAD_SLUG")),
                Arguments.of(draft("renewal", "always"), Map.of("renewal", "NOT_AN_OPTION")),
                Arguments.of(draft("minimum", new BigDecimal("0.5")), Map.of("minimum", "TOO_PRECISE")),
                Arguments.of(draft("minimum", new BigDecimal("-1")), Map.of("minimum", "NEGATIVE")),
                Arguments.of(draft("charges", List.of(perUnit("Bad Meter", "1"))),
                        Map.of("charges[0].meter", "BAD_METER")),
                Arguments.of(draft("charges", List.of(perUnit("calls", "1"), perUnit("calls", "2"))),
                        Map.of("charges[1].meter", "NAME_TAKEN")),
                Arguments.of(draft("charges", List.of(perUnit("calls", "-1"))),
                        Map.of("charges[0].unitPrice", "NEGATIVE")),
                Arguments.of(draft("charges", List.of(new ChargeDraft("calls", "flat", null, null, null, null, null))),
                        Map.of("charges[0].model", "NOT_AN_OPTION")),
                Arguments.of(draft("charges", List.of(tiered(10L, 10L, null))),
                        Map.of("charges[0].tiers", "BAD_TIERS")),
                Arguments.of(draft("charges", List.of(tiered(10L, 20L))), Map.of("charges[0].tiers", "BAD_TIERS")),
                Arguments.of(draft("charges", List.of(new ChargeDraft("calls", "package", null, BigDecimal.ONE, null,
                        null, BigDecimal.ONE))),
                        Map.of("charges[0].size", "REQUIRED", "charges[0].unitPrice", "NOT_WITH_MODEL")),
                Arguments.of(draft("features", Map.of("k", "ô".repeat(8_200))), Map.of("features", "TOO_LONG")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesEachFault(PlanDraft draft, Map<String, String> fields) {
        assertThat(fields(BLANK, draft)).isEqualTo(fields);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var draft = new PlanDraft(null, "", null, new BigDecimal("-1"), "XXQ", null, 0, 0, 0L, null, null, null, null,
                null, null);
        assertThat(fields(BLANK, draft)).containsOnlyKeys(
                "name", "price", "currency", "durationDays", "maxVirtualPortfolios", "apiLimit");
    }

    @Test
    void aDraftWithDaysOnlyIsAPlanOfDays() {
        var plan = BLANK.with(draft("apiLimit", 20_000L));
        assertThat(plan.term().interval()).isEqualTo("days");
        assertThat(plan.term().days()).isEqualTo(OptionalInt.of(30));
        assertThat(plan.money()).isEqualTo(new Money(599_000, VND));
        assertThat(plan.quotas()).isEqualTo(Map.of("calls", 20_000L));
        assertThat(plan.rank()).isEqualTo(3);
        assertThat(plan.active()).isTrue();
    }

    @Test
    void overageIsRefusedUnlessThePlanSaysOtherwise() {
        var plain = BLANK.with(draft("rank", 1));
        assertThat(plain.rule()).isEqualTo(Overage.REFUSE);
        var tenth = plain.with(only("overage", "10 %"));
        assertThat(tenth.rule().word()).isEqualTo("10%");
        assertThat(tenth.with(only("rank", 2)).rule().word()).isEqualTo("10%");
        assertThat(tenth.with(only("overage", "refuse")).rule()).isEqualTo(Overage.REFUSE);
    }

    @Test
    void edgesAreAccepted() {
        assertThat(BLANK.with(draft("name", "😀".repeat(255))).name()).hasSize(510);
        assertThat(BLANK.with(draft("price", new BigDecimal("1000000000000"))).money().minor())
                .isEqualTo(1_000_000_000_000L);
        assertThat(BLANK.with(draft("price", new BigDecimal("599000.00"))).money().minor()).isEqualTo(599_000);
        assertThat(BLANK.with(draft("price", new BigDecimal("0"))).money().isZero()).isTrue();
        assertThat(BLANK.with(draft("currency", "usd")).price().currency()).isEqualTo("USD");
        assertThat(BLANK.with(draft("durationDays", 3_650)).days()).isEqualTo(3_650);
    }

    @Test
    void aChangeLeavesAloneWhatItDoesNotSay() {
        var before = BLANK.with(draft("features", Map.of("emailSupport", true)));
        var after = before.with(only("price", new BigDecimal("549000")));
        assertThat(after.price().major()).isEqualByComparingTo("549000");
        assertThat(after).usingRecursiveComparison().ignoringFields("price").isEqualTo(before);
    }

    @Test
    void apiLimitIsTheQuotaOfCallsAndSparesTheOthers() {
        var before = BLANK.with(draft("quotas", Map.of("calls", 10L, "tokens", 5L)));
        assertThat(before.with(only("apiLimit", 25L)).quotas()).isEqualTo(Map.of("calls", 25L, "tokens", 5L));
    }

    @Test
    void aTermIsChangedAsAWhole() {
        var days = BLANK.with(draft("rank", 1));
        var monthly = days.with(only("interval", "month"));
        assertThat(monthly.term().days()).isEmpty();
        assertThat(monthly.with(only("durationDays", 7)).term().interval()).isEqualTo("days");
        assertThat(days.with(only("interval", "days")).days()).isEqualTo(30);
        assertThat(fields(monthly, only("interval", "days"))).containsEntry("durationDays", "REQUIRED");
    }

    @Test
    void aNewCurrencyMustFitTheOldPrice() {
        var dollars = BLANK.with(draft("currency", "USD")).with(only("price", new BigDecimal("9.99")));
        assertThat(fields(dollars, only("currency", "VND"))).isEqualTo(Map.of("price", "TOO_PRECISE"));
    }

    @Test
    void whatNeverEndsIsNeitherRenewedNorBilledForUse() {
        var draft = of(Map.of("name", "Life", "price", BigDecimal.ZERO, "interval", "lifetime", "renewal", "invoice",
                "minimum", BigDecimal.TEN, "charges", List.of(perUnit("calls", "1"))));
        assertThat(fields(BLANK, draft)).isEqualTo(Map.of("renewal", "NEEDS_PERIODS", "charges", "NEEDS_PERIODS",
                "minimum", "NEEDS_PERIODS"));
    }

    @Test
    void usageHasPricesAsFineAsTheyAre() {
        var plan = BLANK.with(draft("charges", List.of(perUnit("calls", "0.000500"), tiered(1_000L, null))))
                .with(only("minimum", new BigDecimal("100000.00")));
        assertThat(plan.pricing().charges()).extracting(Pricing.UsageCharge::model).containsExactly(
                new Pricing.PerUnit(new BigDecimal("0.0005")),
                new Pricing.Graduated(List.of(
                        new Pricing.Tier(OptionalLong.of(1_000), BigDecimal.ONE, BigDecimal.ZERO),
                        new Pricing.Tier(OptionalLong.empty(), BigDecimal.ONE, BigDecimal.ZERO))));
        assertThat(plan.pricing().minimum()).contains(new Money(100_000, VND));
        assertThat(plan.charges()).isEqualTo(plan.pricing().charges().stream().map(ChargeDraft::of).toList());
        assertThat(plan.with(only("minimum", BigDecimal.ZERO)).pricing().minimum()).isEmpty();
        assertThat(plan.with(only("charges", List.of())).costsNothing()).isFalse();
    }

    @Test
    void anotherWayOfTypingIsNoOtherOffer() {
        var plan = BLANK.with(draft("charges", List.of(perUnit("calls", "10"))));
        assertThat(plan.sellsAs(plan.with(only("price", new BigDecimal("599000.00"))))).isTrue();
        assertThat(plan.sellsAs(plan.with(only("charges", List.of(perUnit("calls", "1E+1")))))).isTrue();
        assertThat(plan.sellsAs(plan.with(only("price", new BigDecimal("599001"))))).isFalse();
    }

    private static ChargeDraft perUnit(String meter, String price) {
        return new ChargeDraft(meter, "perUnit", null, new BigDecimal(price), null, null, null);
    }

    private static ChargeDraft tiered(Long... upTo) {
        var tiers = Arrays.stream(upTo).map(most -> new ChargeDraft.TierDraft(most, BigDecimal.ONE, null)).toList();
        return new ChargeDraft("tokens", "graduated", null, null, tiers, null, null);
    }

    private static Map<String, String> fields(PlanContent before, PlanDraft draft) {
        var refused = catchThrowableOfType(RefusedException.class, () -> before.with(draft));
        assertThat(refused.refusal().code()).isEqualTo("VALIDATION_FAILED");
        return refused.refusal().fields();
    }

    /** A good draft with one field changed. */
    private static PlanDraft draft(String field, Object value) {
        var fields = new HashMap<String, Object>(
                Map.of("name", "Gói Thử", "price", new BigDecimal("599000"), "durationDays", 30));
        fields.put(field, value);
        return of(fields);
    }

    private static PlanDraft only(String field, Object value) {
        return of(Map.of(field, value));
    }

    @SuppressWarnings("unchecked")
    private static PlanDraft of(Map<String, Object> f) {
        return new PlanDraft((String) f.get("slug"), (String) f.get("name"), null, (BigDecimal) f.get("price"),
                (String) f.get("currency"), (String) f.get("interval"), (Integer) f.get("durationDays"),
                (Integer) f.get("maxVirtualPortfolios"), (Long) f.get("apiLimit"), (Map<String, Long>) f.get("quotas"),
                (Integer) f.get("requestsPerMinute"), (Integer) f.get("rank"),
                (Map<String, Object>) f.get("features"), null, (String) f.get("overage"),
                (Integer) f.get("trialDays"), (String) f.get("family"), (String) f.get("renewal"),
                (List<ChargeDraft>) f.get("charges"), (BigDecimal) f.get("minimum"));
    }
}
