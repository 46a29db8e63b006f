package io.weir.paymentgateways.manual;

import io.weir.payments.api.Payment;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Bank transfer: instructions for the payer, a VietQR picture where there can be one, and no messages ever. */
@ApplicationScoped
public class ManualGateway implements Gateway {
    private static final int DAYS = 30;
    private final Time time;

    @Inject
    ManualGateway(Time time) {
        this.time = time;
    }

    /** For the container's proxy. */
    protected ManualGateway() {
        this(null);
    }

    @Override
    public String name() {
        return "manual";
    }

    @Override
    public boolean isManual() {
        return true;
    }

    @Override
    public boolean isConfigured(Merchant merchant) {
        return BankAccount.of(merchant.tenant()).isPresent();
    }

    /** A transfer that has not come after so many days is not waited for; should it come yet, it is credited. */
    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        var tenant = merchant.tenant();
        var bank = BankAccount.of(tenant)
                .orElseThrow(() -> new GatewayException("tenant " + tenant.slug() + " has no bank account", null));
        return Opened.until(new Payment.Checkout(Optional.empty(), bank.qrCode(order.reference(), order.amount()),
                Optional.empty(), Optional.of(bank.instructions(order.reference(), order.amount()))),
                time.now().plus(Duration.ofDays(days(tenant))));
    }

    /** A setting that is no number of days is as good as none: nobody's payment fails for it. */
    private static int days(Tenant tenant) {
        return tenant.setting("payments.manual.days").map(String::trim).filter(text -> text.matches("[1-9]\\d{0,3}"))
                .map(Integer::parseInt).orElse(DAYS);
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        return false;
    }

    @Override
    public Notice read(byte[] body) {
        throw new UnreadableNoticeException("nobody sends notices of transfers");
    }
}
