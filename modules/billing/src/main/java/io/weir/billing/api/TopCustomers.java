package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code total}: what everybody was billed, net; {@code customers}: who was billed most, the first most of all. */
public record TopCustomers(Money total, List<Customer> customers) {
    public TopCustomers {
        customers = List.copyOf(customers);
    }

    /** {@code name}: as on the latest invoice. {@code net}: invoices less credit notes. */
    public record Customer(AccountId account, String name, long invoices, Money net) {
    }

    /** Percent of the total. */
    public Optional<BigDecimal> share(Customer customer) {
        return RecurringMonth.percent(customer.net().minor(), total.minor());
    }
}
