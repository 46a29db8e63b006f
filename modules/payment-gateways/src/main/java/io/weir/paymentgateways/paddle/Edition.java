package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.BillingPortal;
import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.Refunds;
import io.weir.payments.spi.SavedMethods;
import io.weir.payments.spi.Subject;
import java.util.Map;
import java.util.Optional;

/** One of Paddle's two languages, each of which can do all that a gateway may. */
interface Edition {
    /** Whether the merchant has set what this one needs. */
    boolean fits(Merchant merchant);

    /** Whether Paddle's name for something has this one's form. */
    boolean names(String reference);

    /** Whether a message has this one's form; it may still be unreadable, or a lie. */
    boolean wrote(byte[] body);

    boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body);

    Notice read(byte[] body);

    Optional<Subject> claimedSubject(byte[] body);

    Opened open(Merchant merchant, OpenOrder order);

    Customers customers();

    Inquiries inquiries();

    Refunds refunds();

    SavedMethods savedMethods();

    BillingPortal billingPortal();

    Agreements agreements();

    AgreementInquiries agreementInquiries();

    RefundInquiries refundInquiries();

    Checkup checkup();
}
