package io.weir.webportal;

import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.PaymentProofs.Proof;
import io.weir.payments.api.PaymentProofs.Upload;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Showing that a transfer was sent, and what was shown so far. */
@Named
@RequestScoped
public class Proofs {
    private static final int KIBI = 1024;

    @Inject
    private PaymentProofs proofs;
    @Inject
    private PaymentPage page;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Part file;
    private List<Row> list;

    public String add() {
        return notices.attempt("proof", () -> {
            var id = PaymentId.of(visitor.parameter("id").orElse(""));
            proofs.add(visitor.tenantId(), visitor.account(), id, new Upload(file.getSubmittedFileName(), bytes(),
                    visitor.caller().requireUser()));
            notices.done(format.text("proofKept"));
            return "/payment?faces-redirect=true&id=" + id;
        });
    }

    /** One byte more than is allowed, so that whoever judges the size sees that it is too large. */
    private byte[] bytes() {
        try (var content = file.getInputStream()) {
            return content.readNBytes(PaymentProofs.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Row> getList() {
        if (list == null) {
            list = proofs.of(visitor.tenantId(), visitor.account(), PaymentId.of(page.getId())).stream()
                    .map(this::row).toList();
        }
        return list;
    }

    private Row row(Proof proof) {
        return new Row(proof.id().toString(), proof.fileName(), size(proof.sizeBytes()),
                format.time(proof.uploadedAt()));
    }

    private String size(long bytes) {
        return format.quantity(Math.max(1, Math.round(bytes / (double) KIBI)), 0) + " KiB";
    }

    public boolean isRoom() {
        return getList().size() < PaymentProofs.MOST_PER_PAYMENT;
    }

    public int getMostBytes() {
        return PaymentProofs.MOST_BYTES;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** A file that was shown. */
    public record Row(String id, String name, String size, String at) {
    }
}
