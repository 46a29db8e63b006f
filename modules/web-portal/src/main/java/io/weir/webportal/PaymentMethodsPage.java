package io.weir.webportal;

import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.PaymentMethods;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Installation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Cards and mandates that gateways keep for the account; entered and changed on the gateways' own pages. */
@Named("paymentMethods")
@RequestScoped
public class PaymentMethodsPage {
    @Inject
    private PaymentMethods methods;
    @Inject
    private Installation installation;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<Row> list;

    public List<Row> getList() {
        if (list == null) {
            list = methods.of(visitor.tenantId(), visitor.account()).stream().map(this::row).toList();
        }
        return list;
    }

    private Row row(PaymentMethod method) {
        return new Row(method.id(), MethodWords.title(method, format.word("methodKind", method.kind())),
                format.word("provider", method.gateway()),
                method.expires().map(MethodWords::month).orElse("–"), method.usual());
    }

    /** Gateways where one can be added. */
    public List<Place> getPlaces() {
        return methods.keepers(visitor.tenantId()).stream()
                .map(name -> new Place(name, format.word("provider", name))).toList();
    }

    /** Whether what is kept here is charged for open invoices. */
    public boolean isCharged() {
        return !methods.chargers(visitor.tenantId()).isEmpty();
    }

    /** The one to be removed: named in the address, confirmed by a form. */
    public Row getDoubtful() {
        return visitor.parameter("remove").flatMap(id -> getList().stream().filter(m -> m.id().equals(id)).findFirst())
                .orElse(null);
    }

    public String remove() {
        return notices.attempt("confirm", () -> {
            methods.remove(visitor.tenantId(), visitor.account(), visitor.parameter("remove").orElse(""));
            notices.done(format.text("methodRemoved"));
            return "/payment-methods?faces-redirect=true";
        });
    }

    public String add() {
        return notices.attempt("add", () -> Checkouts.leave(methods.add(visitor.tenantId(), visitor.account(),
                visitor.parameter("gateway"), new Payments.Return(Optional.of(back()), Optional.of(back())))));
    }

    public String portal() {
        return notices.attempt("portal", () -> Checkouts.leave(methods.portal(visitor.tenantId(), visitor.account(),
                visitor.parameter("gateway"), Optional.of(back()))));
    }

    private String back() {
        return installation.baseUrl() + "/portal/payment-methods";
    }

    /** A way to pay that is kept. */
    public record Row(String id, String title, String gateway, String expires, boolean usual) {
        public boolean isUsual() {
            return usual;
        }
    }

    /** A gateway that keeps some. */
    public record Place(String name, String title) {
    }
}
