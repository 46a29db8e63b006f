package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCards;
import io.weir.payments.api.Payment;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditOffersTest {
    private CreditPackage basic = Fixture.credits(true);
    private Map<String, String> settings = Map.of("credits.unit-price", "0.10");
    private MeterKey counted = MeterKey.CREDITS;

    @Test
    void theSizeOfAPackageIsThatPackage() {
        assertThat(offers().ofAmount(Fixture.TENANT, 100)).isEqualTo(offers().ofPackage(Fixture.TENANT, basic.id()))
                .isEqualTo(new Sale(new Payment.Purpose("credits", basic.id().toString()), LineKind.CREDITS,
                        "CREDITS_PACKAGE_WITH_BONUS [credits, 100.0000, Basic, 5.0000]", new Money(900, Fixture.USD)));
    }

    @Test
    void anyOtherAmountCostsTheUnitPrice() {
        assertThat(offers().ofAmount(Fixture.TENANT, 105)).isEqualTo(new Sale(
                new Payment.Purpose("credits", "credits/1050000"), LineKind.CREDITS,
                "CREDITS_AMOUNT [credits, 105.0000, , 0.0000]",
                new Money(1050, Fixture.USD)));
        assertThat(offers().ofAmount(Fixture.TENANT, 1).price()).isEqualTo(new Money(10, Fixture.USD));
        assertThat(offers().ofAmount(Fixture.TENANT, 100_000).price()).isEqualTo(new Money(1_000_000, Fixture.USD));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 100_001, Long.MAX_VALUE})
    void amountsHaveBounds(long amount) {
        refuses(amount, "OUT_OF_RANGE");
    }

    @Test
    void whatCostsNothingIsNotSold() {
        settings = Map.of("credits.unit-price", "0.0001");
        refuses(49, "OUT_OF_RANGE");
        assertThat(offers().ofAmount(Fixture.TENANT, 50).price()).isEqualTo(new Money(1, Fixture.USD));
    }

    @Test
    void withoutAUnitPriceOnlyPackagesAreSold() {
        settings = Map.of();
        refuses(99, "NOT_A_PACKAGE");
        assertThat(offers().ofAmount(Fixture.TENANT, 100).price()).isEqualTo(basic.price());
    }

    @Test
    void aTenantWithoutCreditsSellsNone() {
        counted = new MeterKey("points");
        refuses(100, "NOT_A_PACKAGE");
    }

    @Test
    void aRetiredPackageIsNotThere() {
        basic = Fixture.credits(false);
        assertThatThrownBy(() -> offers().ofPackage(Fixture.TENANT, basic.id()))
                .hasMessage("CREDIT_PACKAGE_NOT_FOUND");
        assertThat(offers().ofAmount(Fixture.TENANT, 100).price()).isEqualTo(new Money(1000, Fixture.USD));
    }

    private void refuses(long amount, String reason) {
        var refused = catchThrowableOfType(RefusedException.class, () -> offers().ofAmount(Fixture.TENANT, amount));
        assertThat(refused.refusal().fields()).isEqualTo(Map.of("credits_amount", reason));
    }

    private CreditOffers offers() {
        var catalogue = Fixture.fake(Catalogue.class, (verb, arguments) -> switch (verb) {
            case "creditPackage" -> basic;
            case "creditPackages" -> basic.active() ? List.of(basic) : List.of();
            default -> Fixture.Answer.unexpected(verb);
        });
        var tenant = new Tenant(Fixture.TENANT, "smartspec", "SmartSpec", Fixture.USD, Locale.ENGLISH, ZoneOffset.UTC,
                true, settings);
        return new CreditOffers(catalogue, Fixture.fake(Tenants.class, (verb, arguments) -> tenant),
                Fixture.fake(RateCards.class, (verb, arguments) -> counted), Fixture.meters(), Fixture.words());
    }
}
