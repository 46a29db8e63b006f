--liquibase formatted sql

--changeset weir:billing-001 splitStatements:true endDelimiter:;
--comment: Invoices, exactly one per settled payment, with their lines.
CREATE TABLE billing_invoice (
    tenant_id  UUID         NOT NULL,
    id         UUID         NOT NULL,
    number     VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id UUID         NOT NULL,
    issued_at  DATETIME(3)  NOT NULL,
    total      BIGINT       NOT NULL,
    currency   CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status     VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_id UUID         NOT NULL,
    version    BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT billing_invoice_tenant_uk UNIQUE (tenant_id, id),
    CONSTRAINT billing_invoice_number_uk UNIQUE (tenant_id, number),
    CONSTRAINT billing_invoice_payment_uk UNIQUE (tenant_id, payment_id),
    CONSTRAINT billing_invoice_total_ck CHECK (total >= 0),
    CONSTRAINT billing_invoice_status_ck CHECK (status IN ('paid')),
    INDEX billing_invoice_account_ix (tenant_id, account_id, issued_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE billing_invoice_line (
    tenant_id   UUID         NOT NULL,
    id          UUID         NOT NULL,
    invoice_id  UUID         NOT NULL,
    line_no     INT          NOT NULL,
    description VARCHAR(255) NOT NULL,
    quantity    BIGINT       NOT NULL,
    unit_price  BIGINT       NOT NULL,
    amount      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT billing_invoice_line_uk UNIQUE (tenant_id, invoice_id, line_no),
    CONSTRAINT billing_invoice_line_invoice_fk FOREIGN KEY (tenant_id, invoice_id)
        REFERENCES billing_invoice (tenant_id, id),
    CONSTRAINT billing_invoice_line_no_ck CHECK (line_no >= 1),
    CONSTRAINT billing_invoice_line_quantity_ck CHECK (quantity >= 1),
    CONSTRAINT billing_invoice_line_amount_ck CHECK (amount = unit_price * quantity)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:billing-002 splitStatements:true endDelimiter:;
--comment: One counter row a tenant and year, locked while an invoice is issued, so that numbers have no gaps.
CREATE TABLE billing_invoice_sequence (
    tenant_id   UUID     NOT NULL,
    issue_year  SMALLINT NOT NULL,
    last_number BIGINT   NOT NULL,
    PRIMARY KEY (tenant_id, issue_year),
    CONSTRAINT billing_invoice_sequence_ck CHECK (last_number >= 1)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
