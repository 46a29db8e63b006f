package io.weir.billing.app;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.PayLinks;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links with a seal; what they lead to is looked up with the tenant and the invoice that the seal vouches for. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class SignedPayLinks implements PayLinks {
    private static final String CREDIT = "credit";
    /** Of an account, the newest: who comes back to an older one opens another. */
    private static final int LOOKED_AT = 50;
    private PayLinkSeal seal;
    private PayableInvoices payable;
    private OpenInvoices invoices;
    private Payments payments;
    private Checkout checkout;

    protected SignedPayLinks() {
    }

    @Inject
    public SignedPayLinks(PayLinkSeal seal, PayableInvoices payable, OpenInvoices invoices, Payments payments,
            Checkout checkout) {
        this.seal = seal;
        this.payable = payable;
        this.invoices = invoices;
        this.payments = payments;
        this.checkout = checkout;
    }

    @Override
    public String url(TenantId tenant, UUID invoice) {
        return seal.url(tenant, invoice);
    }

    @Override
    public String url(TenantId tenant, AccountId account, UUID invoice) {
        payable.require(tenant, account, invoice);
        return seal.url(tenant, invoice);
    }

    @Override
    public Optional<Link> read(String token) {
        return seal.read(token);
    }

    @Override
    public InvoiceDocument document(Link link) {
        return payable.document(link.tenant(), link.invoice());
    }

    @Override
    public Optional<Payment> payment(Link link) {
        var owed = payable.owed(link.tenant(), link.invoice());
        return payments.history(link.tenant(), owed.account(), new Page.Request(1, LOOKED_AT)).items().stream()
                .filter(payment -> payment.purpose().equals(owed.purpose()))
                .filter(payment -> counts(payment, owed)).findFirst();
    }

    private static boolean counts(Payment payment, PayableInvoices.Owed owed) {
        return owed.due().isZero() ? payment.status() == PaymentStatus.COMPLETED
                : payment.status().isOpen() && payment.amount().equals(owed.due());
    }

    @Override
    public Optional<Payment> refreshed(Link link) {
        return payment(link).map(payment -> payments.refreshed(link.tenant(), payment.account(),
                payment.orderCode()));
    }

    @Override
    public List<String> ways(Link link) {
        return payments.gateways(link.tenant()).stream().filter(name -> !name.equals(CREDIT)).toList();
    }

    @Override
    public Payment pay(Link link, String gateway) {
        if (!ways(link).contains(gateway)) {
            throw Refusal.invalid("GATEWAY_UNKNOWN", gateway).asException();
        }
        var owed = payable.owed(link.tenant(), link.invoice());
        var claimed = invoices.toPay(link.tenant(), owed.account(), link.invoice());
        var back = Optional.of(seal.url(link.tenant(), link.invoice()));
        return checkout.pay(new Checkout.Payer(link.tenant(), owed.account(), owed.owner(), false), claimed,
                Optional.of(gateway), new Payments.Return(back, back));
    }
}
