declare namespace App {
  interface Locals {
    /** What the live components of an ordinary page may ask about; set by the page that renders them. */
    content: import('./view/site.ts').SiteContent;
  }
}
