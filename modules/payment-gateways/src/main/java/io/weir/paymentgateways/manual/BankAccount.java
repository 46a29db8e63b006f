package io.weir.paymentgateways.manual;

import io.weir.kernel.api.Money;
import io.weir.paymentgateways.qr.QrPicture;
import io.weir.payments.api.Payment;
import io.weir.tenancy.api.Tenant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a tenant wants transfers to go, from its settings {@code payments.bank.*}. {@code bin} is the bank's six
 * digits at NAPAS, present only where a Vietnamese account number is; {@code iban} is present only where the number is
 * one.
 */
record BankAccount(String bank, String number, String holder, Optional<String> bin, Optional<Iban> iban,
        Optional<String> bic) {
    private static final String DONG = "VND";

    /**
     * Empty when neither an account number nor an IBAN is set; an IBAN whose check digits are wrong is not. In dong the
     * number is preferred, in other currencies the IBAN.
     */
    static Optional<BankAccount> of(Tenant tenant) {
        var account = tenant.setting("payments.bank.account").map(BankAccount::withoutBlanks);
        var iban = tenant.setting("payments.bank.iban").flatMap(Iban::of);
        var isDong = tenant.currency().getCurrencyCode().equals(DONG);
        return isDong && account.isPresent() || iban.isEmpty()
                ? account.map(number -> domestic(tenant, number, isDong)) : iban.map(number -> foreign(tenant, number));
    }

    private static BankAccount domestic(Tenant tenant, String number, boolean isDong) {
        var bin = tenant.setting("payments.bank.bin").map(String::trim)
                .filter(text -> isDong && text.matches("\\d{6}"));
        return new BankAccount(bank(tenant), number, holder(tenant), bin, Optional.empty(), bic(tenant));
    }

    private static BankAccount foreign(Tenant tenant, Iban iban) {
        return new BankAccount(bank(tenant), iban.value(), holder(tenant), Optional.empty(), Optional.of(iban),
                bic(tenant));
    }

    Payment.Instructions instructions(String reference, Money amount) {
        return new Payment.Instructions(bank, number, holder, reference, amount);
    }

    /**
     * A picture for a bank's application: VietQR when dong go to an account at a bank whose number is known, an EPC
     * code when euros go to an IBAN; else empty.
     */
    Optional<String> qrCode(String reference, Money amount) {
        var vietnamese = bin.filter(b -> amount.currency().getCurrencyCode().equals(DONG))
                .map(b -> VietQr.payload(b, number, amount.minor(), reference));
        return vietnamese.or(() -> iban.flatMap(to -> EpcQr.payload(to, holder, bic, amount, reference)))
                .map(QrPicture::of);
    }

    private static String bank(Tenant tenant) {
        var name = tenant.setting("payments.bank.name").orElse("");
        return (name + bic(tenant).map(bic -> " (" + bic + ")").orElse("")).trim();
    }

    private static String holder(Tenant tenant) {
        return tenant.setting("payments.bank.holder").orElse(tenant.name());
    }

    private static Optional<String> bic(Tenant tenant) {
        return tenant.setting("payments.bank.bic").map(BankAccount::withoutBlanks)
                .map(code -> code.toUpperCase(Locale.ROOT));
    }

    private static String withoutBlanks(String number) {
        return number.replaceAll("\\s", "");
    }
}
