package io.weir.paymentgateways.manual;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import io.weir.tenancy.api.Tenant;
import java.util.Optional;

/**
 * Where a tenant wants transfers to go, from its settings {@code payments.bank.*}. {@code bin} is the bank's six
 * digits at NAPAS, present only where a Vietnamese account number is.
 */
record BankAccount(String bank, String number, String holder, Optional<String> bin) {
    private static final String DONG = "VND";

    /**
     * Empty when neither an account number nor an IBAN is set. In dong the number is preferred, in other currencies
     * the IBAN.
     */
    static Optional<BankAccount> of(Tenant tenant) {
        var account = tenant.setting("payments.bank.account").map(BankAccount::withoutBlanks);
        var iban = tenant.setting("payments.bank.iban").map(BankAccount::withoutBlanks);
        var isDong = tenant.currency().getCurrencyCode().equals(DONG);
        var bin = tenant.setting("payments.bank.bin").map(String::trim).filter(text -> text.matches("\\d{6}"));
        var holder = tenant.setting("payments.bank.holder").orElse(tenant.name());
        return (isDong ? account.or(() -> iban) : iban.or(() -> account)).map(number ->
                new BankAccount(bank(tenant), number, holder, bin.filter(b -> isDong && account.isPresent())));
    }

    Payment.Instructions instructions(String reference, Money amount) {
        return new Payment.Instructions(bank, number, holder, reference, amount);
    }

    /** A VietQR picture; empty unless dong go to an account at a bank whose number is known. */
    Optional<String> qrCode(String reference, Money amount) {
        return bin.filter(b -> amount.currency().getCurrencyCode().equals(DONG))
                .map(b -> QrPicture.of(VietQr.payload(b, number, amount.minor(), reference)));
    }

    private static String bank(Tenant tenant) {
        var name = tenant.setting("payments.bank.name").orElse("");
        return (name + tenant.setting("payments.bank.bic").map(bic -> " (" + bic + ")").orElse("")).trim();
    }

    private static String withoutBlanks(String number) {
        return number.replaceAll("\\s", "");
    }
}
