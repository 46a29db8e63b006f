package io.weir.paymentgateways.sandbox;

import io.weir.paymentgateways.Orders;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.PaymentsOfAllTenants.Found;
import io.weir.tenancy.api.Tenant;
import java.util.List;
import java.util.Map;

/** The whole sandbox with its books in memory and its clock in the test's hand. */
final class Sandbox {
    static final Tenant TENANT = Orders.tenant(1, "VND", true, Map.of());
    static final Tenant OTHER = Orders.tenant(2, "VND", true, Map.of());
    static final Merchant MERCHANT = new Merchant(TENANT, Map.of());

    final SandboxFakes.Clock clock = new SandboxFakes.Clock();
    final SandboxBooks books = new SandboxBooks();
    final SandboxKeys keys = new SandboxKeys(new SandboxFakes.Hashes(), clock);
    final SandboxPages pages;
    final SandboxFakes.Known tenants = new SandboxFakes.Known(List.of(TENANT, OTHER,
            Orders.tenant(3, "VND", false, Map.of())));
    final CheckoutDesk checkouts = new CheckoutDesk();
    final AgreementDesk agreements = new AgreementDesk();
    final RefundDesk refunds = new RefundDesk();
    final ChargeDesk charges = new ChargeDesk();
    final PortalLinks links;
    final NoticeDelivery delivery;
    final SandboxGateway gateway;
    final ClockedSandboxUpkeep upkeep;
    final LinkedSandboxPortals portals;

    Sandbox(String baseUrl) {
        pages = new SandboxPages(new SandboxFakes.At(baseUrl));
        links = new PortalLinks(pages, new SandboxFakes.Hashes(), clock);
        delivery = new NoticeDelivery(books.notices, keys, pages, tenants, clock);
        fill(checkouts);
        agreements.agreements = books.agreements;
        agreements.charges = books.charges;
        agreements.notices = books.notices;
        agreements.time = clock;
        refunds.charges = books.charges;
        refunds.notices = books.notices;
        refunds.time = clock;
        charges.checkouts = books.checkouts;
        charges.charges = books.charges;
        charges.methods = books.methods;
        charges.notices = books.notices;
        charges.time = clock;
        gateway = new SandboxGateway(pages, keys, checkouts, agreements, refunds,
                new SavedCards(books.methods, links), charges, links, new SandboxCheckup(books.notices, keys, clock));
        upkeep = new ClockedSandboxUpkeep(tenants, agreements, refunds, delivery, books.notices, clock);
        portals = new LinkedSandboxPortals(links, agreements, books.methods, tenants, clock);
    }

    private void fill(CheckoutDesk desk) {
        desk.checkouts = books.checkouts;
        desk.charges = books.charges;
        desk.agreements = books.agreements;
        desk.methods = books.methods;
        desk.notices = books.notices;
        desk.time = clock;
    }

    static OpenOrder monthly() {
        return Orders.monthly(99_000, "VND");
    }

    static Found found(PaymentStatus status) {
        return new Found(TENANT, Orders.payment(SandboxGateway.NAME, status), Payments.Return.NOWHERE);
    }

    /** Opens the usual order for each month, and pays it. */
    SandboxAgreement subscribed(SandboxOutcome outcome, Map<String, String> script) {
        gateway.open(MERCHANT, monthly());
        checkouts.decide(found(PaymentStatus.PROCESSING), outcome, script);
        return agreement();
    }

    SandboxAgreement agreement() {
        return books.agreements.all.get("sbx_agr_" + Orders.PAYMENT);
    }

    /** Types of what is queued, in order; it is forgotten then. */
    List<String> told() {
        var types = books.notices.queue.stream().map(sending -> sending.event().type()).toList();
        books.notices.queue.clear();
        return types;
    }
}
