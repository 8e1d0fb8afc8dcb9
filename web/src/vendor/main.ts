import { startPage } from '../page'
import './vendor.css'
import VendorPage from './VendorPage.vue'

startPage(VendorPage)
