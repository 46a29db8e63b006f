package io.weir.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.MeterKey;
import io.weir.payments.api.Payment;
import io.weir.subscriptions.api.CreditPurchases.Amount;
import io.weir.subscriptions.api.CreditPurchases.OfPackage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditPurposeTest {
    @Test
    void anAmountSurvivesTheWayThroughAPayment() {
        var amount = new Amount(new MeterKey("gen.credits-2"), 2_500_000);
        assertThat(CreditPurpose.of(amount)).isEqualTo(new Payment.Purpose("credits", "gen.credits-2/2500000"));
        assertThat(CreditPurpose.read(CreditPurpose.of(amount))).isEqualTo(amount);
    }

    @Test
    void soDoesAPackage() {
        var id = UUID.randomUUID();
        assertThat(CreditPurpose.read(PurchaseKind.CREDITS.purpose(id))).isEqualTo(new OfPackage(id));
    }
}
