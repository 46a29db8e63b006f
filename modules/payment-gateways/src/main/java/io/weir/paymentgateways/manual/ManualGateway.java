package io.weir.paymentgateways.manual;

import io.weir.payments.api.Payment;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Bank transfer: instructions for the payer, a VietQR picture where there can be one, and no messages ever. */
@ApplicationScoped
public class ManualGateway implements Gateway {
    @Override
    public String name() {
        return "manual";
    }

    @Override
    public boolean isManual() {
        return true;
    }

    @Override
    public boolean isConfigured(Tenant tenant) {
        return BankAccount.of(tenant).isPresent();
    }

    @Override
    public Payment.Checkout open(Tenant tenant, OpenOrder order) {
        var bank = BankAccount.of(tenant)
                .orElseThrow(() -> new GatewayException("tenant " + tenant.slug() + " has no bank account", null));
        return new Payment.Checkout(Optional.empty(), bank.qrCode(order.reference(), order.amount()), Optional.empty(),
                Optional.of(bank.instructions(order.reference(), order.amount())));
    }

    @Override
    public Optional<Notice> read(Tenant tenant, Map<String, String> headers, byte[] body) {
        return Optional.empty();
    }
}
