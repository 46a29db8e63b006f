package io.weir.paymentgateways.sandbox;

import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tries the way of the sandbox's notices; the sandbox itself is always there. */
@ApplicationScoped
public class SandboxCheckup implements Checkup {
    private final NoticeRows notices;
    private final SandboxKeys keys;
    private final Time time;

    @Inject
    SandboxCheckup(NoticeRows notices, SandboxKeys keys, Time time) {
        this.notices = notices;
        this.keys = keys;
        this.time = time;
    }

    /** For the container's proxy. */
    protected SandboxCheckup() {
        this(null, null, null);
    }

    @Override
    public String ask(Merchant merchant) {
        if (!merchant.tenant().sandbox()) {
            throw new GatewayException("tenant " + merchant.tenant().slug() + " is no sandbox", null);
        }
        return "the sandbox of " + merchant.tenant().name() + "; " + notices.waiting(merchant.tenant().id())
                + " notices to deliver";
    }

    @Override
    public Message testNotice(Merchant merchant, String id) {
        var body = SandboxEvents.test(id, merchant.tenant().currency(), time.now()).toBody();
        return new Message(Map.of("content-type", "application/json", SandboxSignature.HEADER,
                keys.sign(merchant.tenant(), body)), body);
    }
}
