package io.weir.systemtests.scenarios;

import static io.weir.systemtests.harness.Api.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.paymentgateways.fakes.FakePayOS;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seed 001 with PayOS: a link with its QR code, signed messages, and transfers of any amount. */
class PayOSIT {
    private static FakePayOS payos;
    private static Shop shop;
    private final RunningWeir weir = RunningWeir.shared();
    private final String hooks = weir.url().resolve("/api/payment/webhook").toString();

    @BeforeAll
    static void sellByPayOS() {
        payos = new FakePayOS();
        shop = new Shop(RunningWeir.shared(), "iqx");
        shop.administrator().put("/api/admin/gateways/payos", Map.of("settings", payos.settings())).expect(200);
    }

    @AfterAll
    static void stop() {
        var taken = new HashMap<String, String>();
        payos.settings().keySet().forEach(name -> taken.put(name, ""));
        shop.administrator().put("/api/admin/gateways/payos", Map.of("settings", taken)).expect(200);
        payos.close();
    }

    @Test
    void anExtensionIsPaidAsTheSeedTells() {
        var buyer = shop.buyerOf(shop.plan(Map.of("price", 1000, "apiLimit", 10))).api();
        var package0 = buyer.get("/api/api-extensions/packages").expect(200).json().get(0);
        var payment = buyer.post("/api/api-extensions/payment/create", Map.of("extensionPackageId",
                package0.path("id").asText(), "gateway", "payos")).expect(201);
        assertThat(payment.text("checkoutUrl")).isNotBlank();
        assertThat(payment.text("paymentLinkId")).isNotBlank();
        assertThat(payment.text("qrCode")).startsWith("data:image/png");
        var order = payment.number("orderCode");
        var check = "/api/api-extensions/payment/check/" + order;
        assertThat(buyer.get(check).expect(200).text("payosStatus")).isEqualTo("PROCESSING");
        var message = payos.pay(order, payment.number("amount"));
        assertThat(payos.deliver(hooks, message)).isEqualTo(200);
        assertThat(payos.deliver(hooks, message)).isEqualTo(200);
        var checked = eventually(() -> buyer.get(check).expect(200), seen -> seen.text("status").equals("completed"));
        assertThat(checked.text("payosStatus")).isEqualTo("PAID");
        assertThat(checked.json().path("extension").isObject()).isTrue();
    }

    @Test
    void aMessageThatNeverCameIsMadeUpForWhenTheBuyerAsks() {
        var buyer = shop.visitor().api();
        var payment = order(buyer);
        payos.pay(payment.number("orderCode"), payment.number("amount"));
        var checked = buyer.get("/api/api-extensions/payment/check/" + payment.number("orderCode")).expect(200);
        assertThat(checked.text("status")).isEqualTo("completed");
    }

    @Test
    void tooLittleWaitsForTheRestAndTooMuchIsTheAccounts() {
        var buyer = shop.visitor().api();
        var payment = order(buyer);
        var order = payment.number("orderCode");
        long price = payment.number("amount");
        payos.deliver(hooks, payos.pay(order, price - 1000));
        eventually(() -> weir.number("SELECT received_minor FROM payments_payment WHERE order_code = ?", order),
                received -> received == price - 1000);
        assertThat(weir.number("SELECT COUNT(*) FROM billing_invoice WHERE payment_id = ?", payment.text("id")))
                .isZero();
        payos.deliver(hooks, payos.pay(order, 3000));
        eventually(() -> buyer.get("/api/payments/" + payment.text("id")).expect(200).text("status"),
                "completed"::equals);
        assertThat(buyer.get("/api/billing/account-credit").expect(200).number("balance")).isEqualTo(2000);
    }

    @Test
    void aForgedMessageIsRefusedAndNotKept() {
        var buyer = shop.visitor().api();
        var payment = order(buyer);
        var forged = payos.pay(payment.number("orderCode"), payment.number("amount")).replaceFirst("\"signature\":\"..",
                "\"signature\":\"00");
        long before = weir.number("SELECT COUNT(*) FROM payments_notice WHERE gateway = 'payos'");
        assertThat(payos.deliver(hooks, forged)).isEqualTo(400);
        assertThat(weir.number("SELECT COUNT(*) FROM payments_notice WHERE gateway = 'payos'")).isEqualTo(before);
    }

    @Test
    void theAddressForMessagesIsRegisteredAndTried() {
        var health = shop.administrator().post("/api/admin/gateways/payos/register-webhook", null).expect(200);
        assertThat(health.json().path("good").asBoolean()).as(health.toString()).isTrue();
        assertThat(payos.registered()).anyMatch(url -> url.endsWith("/api/webhooks/payos/iqx"));
    }

    private static Api.Answer order(Api buyer) {
        for (var plan : buyer.get("/api/billing/plans").expect(200).json()) {
            if (plan.path("slug").asText().equals("co-ban")) {
                return buyer.post("/api/payment/create", Map.of("packageId", plan.path("id").asText(), "gateway",
                        "payos")).expect(201);
            }
        }
        throw new AssertionError("no plan co-ban");
    }
}
