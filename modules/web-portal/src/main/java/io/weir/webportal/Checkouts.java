package io.weir.webportal;

import io.weir.billing.api.Purchases.HowToPay;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Installation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** From a choice to its payment: ways to pay, where to return, and the way to the checkout. */
@RequestScoped
public class Checkouts {
    private static final String CREDIT = "credit";
    /** The name of the radio buttons, and of the hidden field where there is nothing to choose. */
    private static final String FIELD = "form:gateway";

    @Inject
    private Payments payments;
    @Inject
    private AccountCredits credits;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;
    @Inject
    private Installation installation;

    /** The tenant's ways to pay a price; the account's credit is one where it suffices. */
    WaysToPay ways(Money price) {
        var names = payments.gateways(visitor.tenantId());
        var balance = names.contains(CREDIT) ? credits.balance(visitor.tenantId(), visitor.account()) : null;
        var usable = names.stream().filter(name -> !name.equals(CREDIT) || suffices(balance, price)).toList();
        return WaysToPay.of(usable, visitor.parameter(FIELD), name -> format.word("gateway", name),
                name -> name.equals(CREDIT) ? format.text("wayToPay.credit", format.money(balance))
                        : format.wordOrNone("wayToPay", name));
    }

    private static boolean suffices(Money balance, Money price) {
        return balance.currency().equals(price.currency()) && balance.compareTo(price) >= 0;
    }

    /** As the form says. Gateways that name the payment when they return do so themselves. */
    HowToPay how() {
        return how(Optional.empty());
    }

    HowToPay how(Optional<String> coupon) {
        var back = Optional.of(installation.baseUrl() + "/portal/payment");
        return new HowToPay(visitor.parameter(FIELD), new Payments.Return(back, back), coupon,
                visitor.parameter("ticket").flatMap(Uuids::find));
    }

    /** To the gateway's page, or to our own, where a transfer's details are, or that it is paid. */
    String proceed(Payment payment) {
        var outside = payment.checkout().url();
        return outside.isPresent() ? leave(outside.get()) : "/payment?faces-redirect=true&id=" + payment.id();
    }

    /** Leads to an address outside; there is no outcome then. */
    static String leave(String url) {
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(url);
            faces.responseComplete();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
