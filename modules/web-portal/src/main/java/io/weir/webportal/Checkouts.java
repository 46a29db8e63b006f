package io.weir.webportal;

import io.weir.billing.api.Purchases.HowToPay;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Installation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** From a choice to its payment: gateways to choose from, where to return, and the way to the checkout. */
@RequestScoped
public class Checkouts {
    @Inject
    private Payments payments;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;
    @Inject
    private Installation installation;

    List<SelectItem> gateways() {
        return payments.gateways(visitor.tenantId()).stream().map(g -> new SelectItem(g, format.text("gateway." + g)))
                .toList();
    }

    String preferred() {
        return payments.gateways(visitor.tenantId()).stream().findFirst().orElse("");
    }

    HowToPay how(String gateway) {
        String back = installation.baseUrl() + "/portal/billing";
        return new HowToPay(Optional.ofNullable(gateway), new Payments.Return(Optional.of(back), Optional.of(back)));
    }

    /** To the gateway's page, or to our own with the transfer's details. */
    String proceed(Payment payment) {
        if (payment.checkout().url().isEmpty()) {
            return "/payment?faces-redirect=true&id=" + payment.id();
        }
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(payment.checkout().url().get());
            faces.responseComplete();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
