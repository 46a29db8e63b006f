package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCard;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedCatalogueTest {
    private static final Map<String, CatalogueOffer> SHIPPED =
            CatalogueLoader.offers(CatalogueFolder.of(SourceTree.catalogue()), Fault::toString).stream()
                    .collect(Collectors.toMap(offer -> offer.tenant().slug(), Function.identity()));

    @Test
    void sixTenantsAreShipped() {
        assertThat(SHIPPED).containsOnlyKeys("platform", "portal", "iqx", "odoo-saas", "smartspec", "chat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "portal", "iqx", "odoo-saas", "smartspec", "chat"})
    void eachCountsCallsAndHasAFreePlanWithSome(String slug) {
        var offer = SHIPPED.get(slug);
        assertThat(offer.meters()).anyMatch(meter -> meter.key().equals(MeterKey.CALLS) && meter.decimals() == 0);
        var free = plan(slug, "free");
        assertThat(free.rank()).isZero();
        assertThat(free.price()).isZero();
        assertThat(free.quotas().get("calls")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "portal", "iqx", "odoo-saas", "smartspec", "chat"})
    void eachSaysWhereMoneyGoesAndHowItLooks(String slug) {
        var settings = SHIPPED.get(slug).tenant().settings();
        assertThat(settings).containsKeys("payments.gateways", "payments.bank.name", "payments.bank.holder",
                "brand.title", "brand.tagline", "brand.accent");
        assertThat(SHIPPED.get(slug).tenant().sandbox()).isEqualTo(!slug.equals("platform"));
        assertThat(settings.get("payments.gateways").contains("sandbox")).isEqualTo(!slug.equals("platform"));
    }

    @Test
    void iqxSellsWhatItsClientsKnow() {
        var free = plan("iqx", "free");
        assertThat(free.interval()).isEqualTo("lifetime");
        assertThat(free.quotas()).isEqualTo(Map.of("calls", 100L));
        assertThat(free.requestsPerMinute()).isGreaterThanOrEqualTo(600);
        var thousand = SHIPPED.get("iqx").plans().stream().filter(p -> p.quotas().get("calls") == 1000).toList();
        assertThat(thousand).singleElement().satisfies(basic -> {
            assertThat(basic.name()).isEqualTo("Gói Cơ Bản");
            assertThat(basic.price()).isEqualByComparingTo("99000");
            assertThat(basic.durationDays()).isEqualTo(30);
            assertThat(basic.maxVirtualPortfolios()).isEqualTo(3);
            assertThat(basic.features()).containsEntry("portfolioAnalysis", true).containsEntry("realTimeData", false);
        });
        assertThat(SHIPPED.get("iqx").extensions())
                .extracting(ExtensionDraft::additionalCalls, e -> e.price().intValueExact())
                .containsExactly(tuple(1000L, 49000), tuple(5000L, 199000), tuple(10000L, 349000));
        assertThat(SHIPPED.get("iqx").tenant().settings()).containsEntry("payments.gateways", "payos,manual,sandbox,credit")
                .containsKeys("payments.bank.bin", "payments.bank.account");
    }

    @Test
    void portalsTiersDifferInSpeed() {
        assertThat(SHIPPED.get("portal").plans()).extracting(PlanDraft::requestsPerMinute)
                .containsExactly(60, 600, 3000);
    }

    @Test
    void smartspecsCreditsHaveFourDecimals() {
        assertThat(plan("smartspec", "free").quotas()).containsEntry("credits", 100_000L);
        assertThat(plan("smartspec", "pro").quotas()).containsEntry("credits", 5_000_000L);
        assertThat(SHIPPED.get("smartspec").credits()).hasSize(6);
        assertThat(SHIPPED.get("smartspec").credits()).extracting(CreditDraft::bonus)
                .containsExactly(0L, 50_000L, 150_000L, 400_000L, 1_000_000L, 7_500_000L);
    }

    @Test
    void smartspecSellsCreditsOneByOneToo() {
        assertThat(SHIPPED.get("smartspec").tenant().settings()).containsEntry("credits.unit-price", "0.10");
    }

    @Test
    void smartspecsRateCardIsTheOneItsClientsKnow() {
        assertThat(SHIPPED.get("smartspec").tenant().settings()).doesNotContainKey("rate-card");
        var card = SHIPPED.get("smartspec").rateCard().orElseThrow();
        assertThat(card.meter()).isEqualTo("credits");
        assertThat(card.operations()).containsOnlyKeys("image", "video", "audio", "storage");
        assertThat(card.operations().get("image").modifiers()).containsExactly(
                new RateCard.Modifier("quality", "hd", null, new BigDecimal("50")),
                new RateCard.Modifier("quality", "4k", null, new BigDecimal("100")));
        assertThat(card.operations().get("video").modifiers()).containsExactly(
                new RateCard.Modifier("durationSeconds", null, new BigDecimal("5"), new BigDecimal("100")));
        assertThat(card.operations().get("audio").perStarted())
                .isEqualTo(new RateCard.Step("durationSeconds", new BigDecimal("30")));
        assertThat(card.operations().get("storage").base()).isEqualByComparingTo("0.01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "portal", "iqx", "odoo-saas", "smartspec", "chat"})
    void nothingIsSoldBeyondAQuotaUnlessAFileSaysSo(String slug) {
        assertThat(SHIPPED.get(slug).plans()).extracting(PlanDraft::overage).containsOnly("refuse");
        assertThat(SHIPPED.get(slug).routes()).isEmpty();
    }

    @Test
    void chatIsLimitedByTokensBeforeMessages() {
        assertThat(plan("chat", "free").quotas()).isEqualTo(Map.of("calls", 1_000_000L, "tokens", 100_000L));
        assertThat(plan("chat", "plus").price()).isEqualByComparingTo(new BigDecimal("9.90"));
        assertThat(plan("chat", "pro").quotas()).containsEntry("tokens", 5_000_000L);
    }

    @Test
    void odooSaasLimitsEachKindOfRoute() {
        assertThat(SHIPPED.get("odoo-saas").tenant().settings()).containsEntry("rate-limit.auth", "5")
                .containsEntry("rate-limit.tenant-creation", "3").containsEntry("rate-limit.support", "10")
                .containsEntry("rate-limit.general", "60");
    }


    private static PlanDraft plan(String tenant, String slug) {
        Optional<PlanDraft> found = SHIPPED.get(tenant).plans().stream().filter(p -> p.slug().equals(slug)).findFirst();
        return found.orElseThrow();
    }
}
