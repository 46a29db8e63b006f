package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;
import io.weir.payments.spi.SavedMethods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The test cards that an account has paid with. A card's token is its name. */
@ApplicationScoped
public class SavedCards implements SavedMethods {
    private final MethodRows rows;
    private final PortalLinks links;

    @Inject
    SavedCards(MethodRows rows, PortalLinks links) {
        this.rows = rows;
        this.links = links;
    }

    /** For the container's proxy. */
    protected SavedCards() {
        this(null, null);
    }

    @Override
    public List<PaymentMethod> list(Merchant merchant, Payer payer) {
        return rows.of(merchant.tenant().id(), payer.account()).stream().map(kept -> new PaymentMethod(
                kept.card().word(), SandboxGateway.NAME, "card", Optional.of(TestCard.BRAND),
                Optional.of(kept.card().last4()), Optional.empty(), kept.usual())).toList();
    }

    @Override
    public String add(Merchant merchant, Payer payer, Payments.Return returns) {
        return links.open(merchant, payer, returns.returnUrl());
    }

    @Override
    public boolean remove(Merchant merchant, Payer payer, String method) {
        return TestCard.named(method).filter(card -> rows.remove(merchant.tenant().id(), payer.account(), card))
                .isPresent();
    }
}
