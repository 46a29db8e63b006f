package io.weir.paymentgateways.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundOrder;
import io.weir.tenancy.api.Tenant;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditRefundTest {
    private static final Money PRICE = new Money(900, Currency.getInstance("USD"));
    private final List<String> booked = new ArrayList<>();

    @Test
    void what_credit_paid_goes_back_to_it_under_the_refunds_own_key() {
        var credits = (AccountCredits) Proxy.newProxyInstance(AccountCredits.class.getClassLoader(),
                new Class<?>[] {AccountCredits.class}, (self, verb, arguments) -> {
                    booked.add(verb.getName() + " " + Arrays.asList(arguments).subList(1, arguments.length));
                    return null;
                });
        var tenant = new Tenant(new TenantId(new UUID(0, 9)), "shop", "Shop", PRICE.currency(), Locale.ENGLISH,
                ZoneOffset.UTC, false, Map.of());
        var payment = new PaymentId(new UUID(0, 42));
        var order = new RefundOrder("k1", new OpenedOrder(payment, 42, PRICE, Optional.empty(), Optional.empty()),
                PRICE, "not happy");
        var answer = new CreditGateway(credits).refunds().orElseThrow().refund(new Merchant(tenant, Map.of()), order);
        assertThat(answer.outcome()).isEqualTo(RefundAnswer.Outcome.COMPLETED);
        assertThat(booked).containsExactly("giveBack [" + payment + ", 9.00 USD, refund/k1, not happy]");
    }
}
