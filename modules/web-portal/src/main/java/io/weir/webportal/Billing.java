package io.weir.webportal;

import io.weir.kernel.api.Page;
import io.weir.payments.api.Payments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What was paid and what is to be paid. */
@Named
@RequestScoped
public class Billing {
    @Inject
    private Payments payments;
    @Inject
    private PaymentRows rows;
    @Inject
    private Visitor visitor;

    private List<PaymentRows.Row> list;

    public List<PaymentRows.Row> getPayments() {
        if (list == null) {
            list = payments.history(visitor.tenantId(), visitor.account(), Page.Request.first()).items().stream()
                    .map(rows::row).toList();
        }
        return list;
    }
}
