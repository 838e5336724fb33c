/** A delivery status notification (RFC 3464), as a mail server writes it. */
export function bounceOf(given: {
  mail: string
  by: 'envelope' | 'message'
  action?: 'failed' | 'delayed' | 'delivered'
  status?: string
}): string {
  const { mail, by, action = 'failed', status = '5.1.1' } = given
  return [
    'From: MAILER-DAEMON@mx.example',
    'To: avis@passerelle.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <20261127.1@mx.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'The mail could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    ...(by === 'envelope' ? [`Original-Envelope-Id: ${mail}`] : []),
    '',
    'Final-Recipient: rfc822; somebody@example.com',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'From: avis@passerelle.example',
    `Message-ID: <${by === 'message' ? mail : 'other'}@passerelle.example>`,
    '',
    '--b--',
    '',
  ].join('\r\n')
}
